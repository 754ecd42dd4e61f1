/** Files in a modal: they are uploaded when they are chosen, as in Slack, and handed in when it is submitted. */
import { ChosenFiles } from '../shell/chosen-files.tsx';
import { type Chosen, useUpload } from '../state/uploads.ts';
import type { AnyElement } from '../state/values.ts';
import { named, type Slot, useField } from './surface.tsx';

export function FileInput({ element, slot }: { element: AnyElement; slot: Slot }) {
  const { state, change } = useField(slot, element);
  const files = (state['files'] as Chosen[] | undefined) ?? [];
  const most = (element['max_files'] as number | undefined) ?? 10;
  const types = element['filetypes'] as string[] | undefined;
  const { isUploading, add } = useUpload((chosen) => void change({ files: [...files, ...chosen] }));
  return (
    <div class="file-input">
      <ChosenFiles files={files} onRemove={(id) => void change({ files: files.filter((file) => file.id !== id) })} />
      <input
        {...named(slot, 'Files')}
        type="file"
        multiple={most > 1}
        accept={types?.map((type) => `.${type}`).join(',')}
        disabled={isUploading}
        onChange={(event) => {
          const input = event.currentTarget;
          void add(input.files).then(() => (input.value = ''));
        }}
      />
      {types && <p class="quiet">{types.join(', ')}</p>}
    </div>
  );
}
