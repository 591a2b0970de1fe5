import { useState } from 'react';
import { uploadFile } from '../api.ts';
import { num } from '../json.ts';
import { usePage } from '../page.ts';
import { Icon } from '../widgets/Icon.tsx';
import { type ElementProps, tied } from './field.ts';
import { useSurface } from './surface.ts';

const SIZE_MAX = 10 * 1024 ** 2;

/** Files from the device, uploaded as soon as they are chosen. */
export function FileField({ block, element, field }: ElementProps) {
  const surface = useSurface();
  const { view, say } = usePage();
  const [names, setNames] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const spot = { block, element };
  const value = surface.value(spot);
  const known = { ...surface.fileNames(spot), ...names };
  const ids = Array.isArray(value) ? value : [];
  const most = num(element.max_files) ?? 10;
  const types = Array.isArray(element.filetypes) ? element.filetypes.map((type) => `.${type}`).join(',') : undefined;
  const add = async (files: File[]) => {
    const large = files.find(({ size }) => size > SIZE_MAX);
    if (large) return say(`${large.name} is larger than 10 MB.`);
    if (ids.length + files.length > most) return say(`At most ${most} files.`);
    setBusy(true);
    const uploaded = await Promise.all(
      files.map(async (file) => [await uploadFile(view.me.key, file), file.name] as const),
    );
    setNames((before) => ({ ...before, ...Object.fromEntries(uploaded) }));
    surface.enter(spot, [...ids, ...uploaded.map(([id]) => id)], 'silent');
    setBusy(false);
  };
  return (
    <div className="file-field">
      <input
        {...tied(field, element)}
        type="file"
        multiple={most > 1}
        accept={types}
        aria-busy={busy}
        onChange={({ target }) => {
          void add([...(target.files ?? [])]).catch((error: unknown) => say(String(error)));
          target.value = '';
        }}
      />
      {busy && (
        <p className="hint" role="status">
          Uploading …
        </p>
      )}
      <ul className="chips">
        {ids.map((id) => (
          <li key={id}>
            <Icon name="clip" /> {known[id] ?? 'File'}
            <button
              type="button"
              aria-label={`Remove ${known[id] ?? 'File'}`}
              onClick={() =>
                surface.enter(
                  spot,
                  ids.filter((one) => one !== id),
                  'silent',
                )
              }
            >
              ×
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
