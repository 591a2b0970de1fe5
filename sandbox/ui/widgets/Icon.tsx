// biome-ignore format: a table reads best as a table
const PATHS = {
  lock:     'M6 9V7a4 4 0 0 1 8 0v2M5 9h10v8H5z',
  hash:     'M8 3 6 17M14 3l-2 14M3.5 7.5h13M3 12.5h13',
  archive:  'M3 4h14v4H3zM4.5 8v8h11V8M8 11.5h4',
  compass:  'M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM13 7l-1.8 4.2L7 13l1.8-4.2z',
  phone:    'M6 2.5h8v15H6zM9 15h2',
  pulse:    'M2.5 10H6l2.5-6 3.5 12 2.5-6h3',
  pin:      'M7.5 3h5l-.7 5 2.7 3h-9l2.7-3zM10 11v6',
  bookmark: 'M5.5 3h9v14L10 13.5 5.5 17z',
  eye:      'M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5zM10 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4z',
  clip:     'M14.5 9.5 9 15a3.2 3.2 0 0 1-4.5-4.5l6-6a2.2 2.2 0 0 1 3 3l-5.7 5.7a1 1 0 0 1-1.5-1.5L11 7',
  dots:     'M10 4.5v.01M10 10v.01M10 15.5v.01',
  chat:     'M3 4h14v9H9l-4 3.5V13H3z',
  download: 'M10 3v9M6 8.5l4 4 4-4M4 16.5h12',
  plus:     'M10 4v12M4 10h12',
  back:     'M12.5 4 6.5 10l6 6',
  window:   'M8 4H4v12h12v-4M11 4h5v5M16 4l-7 7',
  picture:  'M3 4h14v12H3zM3 13l4-4 4 4 2.5-2.5L17 14M13 7.5v.01',
  bolt:     'M11 2.5 4.5 11.5h5l-.5 6 6.5-9h-5z',
  warning:  'M10 3 2.5 16.5h15zM10 8v4M10 14v.01',
  check:    'M4 10.5 8 14.5 16 5.5',
  close:    'M5 5l10 10M15 5 5 15',
} as const;

/** A small drawing of the page's own; it says nothing to a screen reader, the words beside it do. */
export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg className="drawing" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
