import { catalogue } from '../kit/i18n.ts';

/** What is brought up of deliverables by itself. */
export const deliverableNudgeWords = catalogue<{
  rightsEnd: { name: string; day: string; media: string; territory: string };
  rightsButton: null;
}>({
  en: {
    rightsEnd:
      'The usage rights of {name} end on {day} ({media}; {territory}). Buy them anew and note the new end, or have what is out taken down by then.',
    rightsButton: 'Note usage rights',
  },
  zh: {
    rightsEnd: '{name} 的使用权将于 {day} 到期（{media}；{territory}）。请续购并登记新的截止日，或在此之前安排下架。',
    rightsButton: '登记使用权',
  },
});
