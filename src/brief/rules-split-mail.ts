/** What a line belongs to, where a text is an e-mail. */
export type Zone = 'own' | 'header' | 'quoted' | 'signature';

/** Longer lines are sentences. */
const MARK_MOST = 300;
const HEADER =
  /^[>\s*]*(from|to|cc|bcc|subject|date|sent|reply-to|importance|attachments?|发件人|收件人|抄送|密送|主题|日期|发送时间|时间|附件|發件人|寄件者|收件者|副本|主旨|寄件日期)\s*\**\s*[:：]/iu;
/** Without one of these, lines like `Date:` and `To:` may be the brief's own. */
const SENDER = new Set(['from', '发件人', '發件人', '寄件者']);
const ADDRESSED = new Set([
  'to',
  'subject',
  'sent',
  'date',
  '收件人',
  '主题',
  '发送时间',
  '日期',
  '时间',
  '收件者',
  '主旨',
  '寄件日期',
]);

const RULE = '[-_—–=*\\s]{2,}';
const ORIGINAL = new RegExp(
  `^[>\\s]*${RULE}(?:original (?:message|mail|appointment)|原始邮件|原始郵件|原邮件|回复邮件|原始信件)${RULE}$`,
  'iu',
);
const FORWARDED = new RegExp(
  `^[>\\s]*(?:${RULE}(?:forwarded message|forwarded by .{0,80}|转发邮件|转发邮件信息|轉寄郵件|转发的邮件|邮件转发)${RULE}|begin forwarded message:)$`,
  'iu',
);
const ENDS_WROTE = /(?:wrote|写道|寫道)\s*[:：]\s*$/iu;
const WROTE =
  /^(?:on\s.{4,240}\swrote|.{4,240}\s(?:<[^<>\s]+>\s)?wrote|在.{2,240}(?:写道|寫道)|.{2,240}(?:于|於).{2,120}(?:写道|寫道)|.{2,240}(?:写道|寫道))\s*[:：]\s*$/iu;
const DELIMITER = /^--\s?$|^(?:sent from my|get outlook for|发自我的|从我的.{1,20}发送|來自我的|傳送自)/iu;
const CLOSING =
  /^(?:(?:with )?(?:best|kind|warm|many)?\s*(?:regards|wishes|thanks)|thanks(?: a lot| so much| in advance)?|thank you|cheers|sincerely|yours (?:sincerely|truly|faithfully)|best|此致|敬礼|祝好|顺祝商祺|顺颂商祺|祝工作顺利|谢谢|感谢|多谢|謝謝|敬祝|順頌商祺|祝商祺)[\s,，.。!！~]*$/iu;
/** A signature has a name, a title, an address, some numbers; what is longer is something else. */
const SIGNATURE_LINES = 12;
/** A closing word counts as such only where no more than this follows: `Thanks` may also begin a text. */
const CLOSING_LINES = 8;

const isQuoted = (line: string): boolean => /^\s*>/u.test(line);
const isBlank = (line: string): boolean => line.trim() === '';

/** The zone of each line. What was said before (quoted) and who says it (header, signature) is nobody's answer. */
export function zonesOf(lines: readonly string[]): Zone[] {
  const zones: Zone[] = lines.map((line) => (isQuoted(line) ? 'quoted' : 'own'));
  markHeaders(lines, zones);
  markHistory(lines, zones);
  markSignatures(lines, zones);
  return zones;
}

/** The lines of a message that is quoted as a whole, as it was: somebody passes it on, and nothing in it is history. */
export function passedOn(lines: readonly string[]): string[] | null {
  if (!lines.some(isQuoted) || lines.some((line) => !isBlank(line) && !isQuoted(line))) return null;
  return lines.map((line) => line.replace(/^\s*>[ \t]?/u, ''));
}

const headerOf = (line: string): string | null =>
  line.length > MARK_MOST ? null : (HEADER.exec(line)?.[1]?.toLowerCase() ?? null);

function markHeaders(lines: readonly string[], zones: Zone[]): void {
  for (let from = 0; from < lines.length; from++) {
    let to = from;
    const names: string[] = [];
    for (let name = headerOf(lines[to] ?? ''); to < lines.length && name !== null; name = headerOf(lines[to] ?? '')) {
      names.push(name);
      to++;
    }
    const isHeader = names.some((name) => SENDER.has(name)) && names.some((name) => ADDRESSED.has(name));
    // Who wrote to whom on what, at the top of all; some programs leave out the sender.
    const isTop = names.length > 1 && names.some((name) => /subject|主题|主旨/u.test(name));
    if (isHeader || isTop) zones.fill('header', from, to);
    from = Math.max(from, to - 1);
  }
}

/** From the first mark of an older message on all is history, unless there is nothing of the message's own before it. */
function markHistory(lines: readonly string[], zones: Zone[]): void {
  let hasOwn = false;
  for (const [at, line] of lines.entries()) {
    const isForward = line.length <= MARK_MOST && FORWARDED.test(line);
    // What is passed on is the matter itself, whatever was said before it.
    if (isForward) hasOwn = false;
    const isMark = isForward || beginsHistory(lines, zones, at);
    if (isMark && hasOwn) return void zones.fill('quoted', at);
    if (isMark) zones[at] = 'header';
    hasOwn ||= zones[at] === 'own' && !isBlank(line);
  }
}

/** A line of a mail program's, or the first line of a header: some have nothing else between two messages. */
function beginsHistory(lines: readonly string[], zones: readonly Zone[], at: number): boolean {
  const line = lines[at] ?? '';
  if (line.length > MARK_MOST) return false;
  if (zones[at] === 'header')
    return zones[at - 1] !== 'header' && zones[at + 1] === 'header' && zones[at + 2] === 'header';
  return ORIGINAL.test(line) || (isWrote(line) && isFollowedByHistory(lines, zones, at));
}

/** The cheap look first: the other one tries every place of a line against every other. */
const isWrote = (line: string): boolean => ENDS_WROTE.test(line) && WROTE.test(line.replace(/^[>\s]+/u, ''));

/** `… wrote:` may be in any text: it is a mark where it has a date, or stands before quoted lines or a header. */
function isFollowedByHistory(lines: readonly string[], zones: readonly Zone[], at: number): boolean {
  let next = at + 1;
  while (next < lines.length && isBlank(lines[next] ?? '')) next++;
  return /^[>\s]*(?:on\s.*\d|在.*\d)/iu.test(lines[at] ?? '') || zones[next] === 'quoted' || zones[next] === 'header';
}

function markSignatures(lines: readonly string[], zones: Zone[]): void {
  const first = lines.findIndex((line) => !isBlank(line));
  for (let at = first + 1; at < lines.length; at++) {
    const line = (lines[at] ?? '').trimStart();
    if (zones[at] !== 'own' || line.length > MARK_MOST) continue;
    const isClosing = CLOSING.test(line);
    if (!isClosing && !DELIMITER.test(line)) continue;
    const to = endOfOwn(lines, zones, at);
    if (isClosing && filledBetween(lines, at, to) > CLOSING_LINES + 1) continue;
    zones.fill('signature', at, to);
    at = to - 1;
  }
}

/** Where the message's own text ends, or a signature would be longer than any is. */
function endOfOwn(lines: readonly string[], zones: readonly Zone[], from: number): number {
  let filled = 0;
  let to = from;
  while (to < lines.length && zones[to] === 'own' && filled <= SIGNATURE_LINES) {
    if (!isBlank(lines[to] ?? '')) filled++;
    to++;
  }
  return to;
}

const filledBetween = (lines: readonly string[], from: number, to: number): number =>
  lines.slice(from, to).filter((line) => !isBlank(line)).length;
