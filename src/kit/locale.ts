import { z } from 'zod';

export const LOCALES = ['en', 'zh'] as const;
export const localeSchema = z.enum(LOCALES);
export type Locale = z.infer<typeof localeSchema>;

/** The tag that `Intl` takes for each language of ours. Day before month: the agency's clients are not all American. */
export const INTL_TAG: Record<Locale, string> = { en: 'en-GB', zh: 'zh-CN' };

/**
 * The language of a Slack locale such as `en-US` or `zh-CN`. Every `zh-*` is Simplified Chinese, everything else English;
 * undefined where Slack tells none (people of other companies: docs.slack.dev, users.info).
 */
export function localeOf(slackLocale: string | undefined): Locale | undefined {
  if (!slackLocale) return undefined;
  return slackLocale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
