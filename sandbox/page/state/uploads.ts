/** Files that the person chose: they go to the sandbox at once, and acts name them by their ids. */
import { useState } from 'preact/hooks';
import { useDesk } from './desk.ts';

export type Chosen = { id: string; name: string; sizeBytes: number };

/** Gives the file as the sandbox keeps it; undefined where it did not take it. */
async function upload(as: string, file: File): Promise<Chosen | undefined> {
  const query = new URLSearchParams({ as, name: file.name }).toString();
  try {
    const response = await fetch(`/seat-files?${query}`, {
      method: 'POST',
      // No page of another site can send this header here unasked.
      headers: { 'x-sandbox-page': '1', 'content-type': 'application/octet-stream' },
      body: file,
    });
    return response.ok ? ((await response.json()) as { file: Chosen }).file : undefined;
  } catch {
    return undefined;
  }
}

/** Uploads what was chosen and hands it to `onDone`; what was not taken is said in a notice. */
export function useUpload(onDone: (files: Chosen[]) => void) {
  const { seat, say } = useDesk();
  const [isUploading, setUploading] = useState(false);
  const add = async (list: FileList | null) => {
    setUploading(true);
    const files = [...(list ?? [])];
    const taken = await Promise.all(files.map((file) => upload(seat.me.id, file)));
    files.forEach(({ name }, index) => taken[index] === undefined && say(`The sandbox did not take ${name}.`));
    setUploading(false);
    onDone(taken.filter((one) => one !== undefined));
  };
  return { isUploading, add };
}
