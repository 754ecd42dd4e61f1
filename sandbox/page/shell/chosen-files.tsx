/** Files that were chosen and not yet sent, each with a way to take it back. */
import type { Chosen } from '../state/uploads.ts';
import { Icon } from './icons.tsx';
import { sizeText } from './files.tsx';

export function ChosenFiles({ files, onRemove }: { files: readonly Chosen[]; onRemove(id: string): void }) {
  if (files.length === 0) return null;
  return (
    <ul class="chosen-files" aria-label="Chosen files">
      {files.map(({ id, name, sizeBytes }) => (
        <li key={id}>
          <Icon name="clip" /> <span class="file-name">{name}</span> <span class="quiet">{sizeText(sizeBytes)}</span>
          <button type="button" class="icon-button" aria-label={`Remove ${name}`} onClick={() => onRemove(id)}>
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}
