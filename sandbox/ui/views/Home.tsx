import { useEffect } from 'react';
import { Blocks } from '../blocks/Blocks.tsx';
import type { ShownView } from '../contract.ts';
import { SurfaceContext, useEntering } from '../elements/surface.ts';
import { usePage } from '../page.ts';

/** The app's Home tab; opening it tells the app. */
export function Home() {
  const { view, act } = usePage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the app is told when a person opens Home, not at every change.
  useEffect(() => void act({ act: 'openHome' }), [view.me.id]);
  if (!view.home) return <p className="empty">The app has not drawn its Home yet.</p>;
  return <HomeView shown={view.home} key={view.home.id} />;
}

function HomeView({ shown }: { shown: ShownView }) {
  const { surface } = useEntering({ view: shown.id }, shown.blocks, shown.values);
  return (
    <section className="home scroll" aria-label="Home">
      <SurfaceContext value={{ ...surface, errors: {} }}>
        <Blocks blocks={shown.blocks} />
      </SurfaceContext>
    </section>
  );
}
