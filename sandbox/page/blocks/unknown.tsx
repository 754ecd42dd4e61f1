/** What the page cannot show is an error of ours or of the app, and must not be overlooked. */
export function Unknown({ what, of }: { what: string; of: unknown }) {
  const type = (of as { type?: unknown } | null)?.type;
  return (
    <div class="unknown" role="alert">
      <strong>
        The sandbox does not know this {what}: {String(type)}
      </strong>
      <pre>{JSON.stringify(of, null, 2)}</pre>
    </div>
  );
}
