/** The types of chromium.mjs, which stays plain JavaScript because it runs before packages exist. */
export type FoundChromium = { path: string } | { reason: string };

/** A browser of this machine, or why there is none; in CI, as root, it installs one with a Chinese font. */
export function ensureChromium(say?: (line: string) => void): FoundChromium;
