/** The files of a message: pictures as such, anything else by its name. */
import type { FileView } from '../../server/protocol.ts';
import { useDesk } from '../state/desk.ts';
import { Icon } from './icons.tsx';

const PICTURES = new Set(['image/png', 'image/jpeg', 'image/gif']);

export function Files({ files }: { files: readonly FileView[] }) {
  if (files.length === 0) return null;
  return (
    <ul class="files" aria-label="Files">
      {files.map((file) => (
        <li key={file.id} class="file">
          {file.isDeleted ? <span class="quiet">This file was deleted: {file.name}</span> : <FileShown file={file} />}
        </li>
      ))}
    </ul>
  );
}

function FileShown({ file }: { file: FileView }) {
  const { seat } = useDesk();
  const { id, name, title, mimetype, sizeBytes } = file;
  const address = `/seat-files/${id}/${encodeURIComponent(name)}?as=${encodeURIComponent(seat.me.id)}`;
  return (
    <>
      <div class="file-line">
        <Icon name="file" />
        <span class="file-name">{title}</span>
        <span class="quiet">{sizeText(sizeBytes)}</span>
        <a href={address} download={name} aria-label={`Download ${name}`}>
          Download
        </a>
      </div>
      {PICTURES.has(mimetype) && <img class="file-picture" src={address} alt={title} loading="lazy" />}
    </>
  );
}

/** A size as people read it: 53 kB, 1.2 MB. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const [divisor, unit] = bytes < 1_000_000 ? [1000, 'kB'] : [1_000_000, 'MB'];
  const size = bytes / divisor;
  return `${size < 10 ? size.toFixed(1).replace('.0', '') : Math.round(size)} ${unit}`;
}
