/** The part of PDFKit that the bench draws with (the package has no types). */
declare module 'pdfkit' {
  // biome-ignore lint/style/noDefaultExport: PDFKit has one.
  export default class PDFDocument {
    constructor(options: Record<string, unknown>);
    readonly page: { readonly width: number; readonly height: number };
    x: number;
    y: number;
    on(event: 'data', listen: (chunk: Uint8Array) => void): this;
    on(event: 'end', listen: () => void): this;
    font(font: unknown, size?: number): this;
    fillColor(color: string): this;
    strokeColor(color: string): this;
    lineWidth(width: number): this;
    text(text: string, x: number, y: number, options?: Record<string, unknown>): this;
    heightOfString(text: string, options?: Record<string, unknown>): number;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    rect(x: number, y: number, width: number, height: number): this;
    roundedRect(x: number, y: number, width: number, height: number, radius: number): this;
    fill(color?: string): this;
    stroke(): this;
    addPage(): this;
    switchToPage(page: number): this;
    bufferedPageRange(): { readonly count: number };
    end(): void;
  }
}
