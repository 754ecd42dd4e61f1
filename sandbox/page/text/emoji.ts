/** The few emoji names that an agency's messages use. Others stay `:name:`, as Slack shows a name that it does not know. */
const EMOJI: Record<string, string> = {
  '+1': '👍',
  '-1': '👎',
  alarm_clock: '⏰',
  arrow_right: '➡️',
  ballot_box_with_check: '☑️',
  bar_chart: '📊',
  bell: '🔔',
  bulb: '💡',
  calendar: '📆',
  chart_with_upwards_trend: '📈',
  clipboard: '📋',
  clock3: '🕒',
  construction: '🚧',
  date: '📅',
  envelope: '✉️',
  eyes: '👀',
  file_folder: '📁',
  fire: '🔥',
  hand: '✋',
  handshake: '🤝',
  hourglass: '⌛',
  hourglass_flowing_sand: '⏳',
  inbox_tray: '📥',
  information_source: 'ℹ️',
  large_blue_circle: '🔵',
  large_green_circle: '🟢',
  large_red_circle: '🔴',
  large_yellow_circle: '🟡',
  link: '🔗',
  lock: '🔒',
  mag: '🔍',
  mega: '📣',
  memo: '📝',
  moneybag: '💰',
  no_entry: '⛔',
  ok_hand: '👌',
  outbox_tray: '📤',
  package: '📦',
  page_facing_up: '📄',
  paperclip: '📎',
  pencil: '📝',
  pencil2: '✏️',
  point_right: '👉',
  pray: '🙏',
  pushpin: '📌',
  question: '❓',
  red_circle: '🔴',
  repeat: '🔁',
  rocket: '🚀',
  rotating_light: '🚨',
  smile: '😄',
  sparkles: '✨',
  speech_balloon: '💬',
  star: '⭐',
  tada: '🎉',
  thumbsup: '👍',
  triangular_flag_on_post: '🚩',
  wave: '👋',
  warning: '⚠️',
  white_check_mark: '✅',
  white_circle: '⚪',
  x: '❌',
  zap: '⚡',
};

export function emojiOf(name: string): string | undefined {
  return Object.hasOwn(EMOJI, name) ? EMOJI[name] : undefined;
}

/** plain_text has no formatting, but emoji names and the three escapes are read in it. */
export function plainText(text: string): string {
  return unescape(text.replace(/:([a-z0-9_+-]+):/g, (whole, name: string) => emojiOf(name) ?? whole));
}

export function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
