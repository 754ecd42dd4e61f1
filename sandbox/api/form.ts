/**
 * The file in the body of an upload: Slack takes it as it is, or in a form (docs.slack.dev, files.getUploadURLExternal).
 * @param contentType of the request, by which a form is known
 */
export async function uploadedBytes(contentType: string, body: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  if (!contentType.includes('multipart/form-data')) return body;
  const form = await new Response(body, { headers: { 'content-type': contentType } }).formData();
  for (const value of form.values()) if (value instanceof Blob) return new Uint8Array(await value.arrayBuffer());
  return new Uint8Array();
}
