import { BOUNDS } from '../../src/kit/bounds.ts';

/** What people may type, be it by accident: each is repeated until a question is full to its bound. */
export const FLAVOURS = {
  'in Chinese': () => '今年春天我们要让更多的大学生尝到真正的茶，',
  'with emoji': () => 'tea 🍵 family 👩‍👩‍👧‍👦 flag 🇨🇳 ',
  'with the characters that Slack escapes': () => 'a&b <c> &amp; 1<2 && 3>2 ',
  'with what Slack would read as commands': (user: string) =>
    `<!channel> <!here> <@${user}> *bold* _it_ \`code\` ~gone~ <http://evil.example|label> @channel @here <#C123> `,
} as const satisfies Record<string, (user: string) => string>;
export type Flavour = keyof typeof FLAVOURS;

/** Exactly `max` long, never cut within a character. */
export function filled(unit: string, max: number): string {
  let text = unit.repeat(Math.floor(max / unit.length));
  for (const character of unit) {
    if (text.length + character.length > max) break;
    text += character;
  }
  // Space at the ends is trimmed, as it should be; it would only blur what is compared.
  return `${text.trimEnd()}${'x'.repeat(max - text.trimEnd().length)}`;
}

/** As many lines as a brief may have deliverables, together exactly as long as an answer may be. */
export function filledLines(unit: string): string {
  const { deliverables, longAnswer } = BOUNDS;
  const each = Math.floor(longAnswer / deliverables) - 1;
  const lines = Array.from({ length: deliverables - 1 }, (_, index) => filled(`${index + 1} ${unit}`, each));
  const rest = longAnswer - lines.join('\n').length - 1;
  return [...lines, filled(`last ${unit}`, rest)].join('\n');
}
