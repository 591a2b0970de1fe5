import type { Figure, Size } from './figures.ts';
export async function measureFloors(_: Size): Promise<Figure[]> {
  return [];
}
