import { AGREEING, AGREEING_HAN, POLITE, POLITE_HAN } from './rules-said-words.ts';
import { OUTCOME_OF, type Outcome, type SubjectKind, type Verb, VERBS_OF } from './model.ts';

/**
 * What a message in the thread of a request may mean (docs/product.md, In writing). Nothing of it is a decision: it says only
 * whether its author is to be asked.
 * - bare: agreement in passing, `ok` or a thumb. It is never evidence.
 * - sentence: agreement or a wish for changes in words. `means` is what it comes to, null where that is not clear.
 * - nothing: anything else. `收到` and `noted` say that something was read.
 */
export type Said = { is: 'bare' } | { is: 'sentence'; means: Outcome | null } | { is: 'nothing' };

/** Longer texts are letters: who decides by one has the account manager record it. */
const LONGEST_READ = 4000;

const EMOJI = ['+1', 'thumbsup', 'ok_hand', 'white_check_mark', 'heavy_check_mark', 'ok'] as const;

/** Reactions by which people agree in passing, as Slack names them. */
export const AGREEING_REACTIONS = ['+1', 'thumbsup', 'ok_hand', 'white_check_mark', 'heavy_check_mark'] as const;

/** Is this reaction, in whatever colour of skin, one of agreement? */
export const isAgreeingReaction = (name: string): boolean =>
  (AGREEING_REACTIONS as readonly string[]).includes(name.split('::')[0] ?? '');

/** What somebody's message says. Takes the text as Slack hands it over, mentions and all. Never throws. */
export function whatIsSaid(text: string): Said {
  if (text.length > LONGEST_READ) return { is: 'nothing' };
  const told = plainly(text);
  if (isBare(told)) return { is: 'bare' };
  return meaning(told);
}

/** The verb on the buttons of a subject that an outcome comes to; agreeing with exceptions is refusing where there is no such verb. */
export function verbMeant(kind: SubjectKind, outcome: Outcome): Verb {
  const verbs = VERBS_OF[kind];
  const of = (wanted: Outcome) => verbs.find((verb) => OUTCOME_OF[verb] === wanted);
  return of(outcome) ?? of('refused') ?? verbs[0];
}

/** One way to write what people write in several; without what they quote, whom they mention and what they link to. */
const plainly = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !/^\s*(?:>|&gt;)/u.test(line))
    .join('\n')
    .replaceAll(/<[@#!h][^>\n]*>/gu, ' ')
    .normalize('NFKC')
    .toLocaleLowerCase('en')
    .replaceAll(/[’‘`´]/gu, "'")
    .replaceAll(/\p{Emoji_Modifier}|\uFE0F|:skin-tone-\d:/gu, '');

const escaped = (text: string): string => text.replaceAll(/[+.*?^${}()|[\]\\]/gu, String.raw`\$&`);
const wordsOf = (list: readonly string[]): string =>
  list.map((one) => escaped(one).replaceAll(' ', String.raw`\s+`)).join('|');
const WORD = new RegExp(String.raw`(?<![\p{L}\p{N}'])(?:${wordsOf(AGREEING)})(?![\p{L}\p{N}'])`, 'gu');
const HAN = new RegExp(wordsOf(AGREEING_HAN), 'gu');
const SIGN = new RegExp(`:(?:${wordsOf(EMOJI)}):|[👍👌✅✔🆗]`, 'gu');
const MANNERS = new RegExp(
  String.raw`(?<![\p{L}\p{N}'])(?:${wordsOf(POLITE)})(?![\p{L}\p{N}'])|${wordsOf(POLITE_HAN)}`,
  'gu',
);

/** Nothing but words of agreement, whoever is thanked beside them: one word more, and it is not bare. */
function isBare(told: string): boolean {
  const without = told.replaceAll(SIGN, ' ').replaceAll(WORD, ' ').replaceAll(HAN, ' ');
  if (without === told) return false;
  return !/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(without.replaceAll(MANNERS, ' '));
}

/** What looks like a negation and is none: taken out before negations are looked for. */
const IDIOMS =
  /\bno (?:problems?|objections?|concerns?|worries)\b|\b(?:no|without)(?: any)?(?: further| more)? (?:changes?|amends|edits|comments)\b|没有?(?:问题|意见|异议)|无(?:问题|意见|异议|修改)|(?:不用|无需|不需要|不必)(?:再)?(?:修?改|调整)/gu;
const AGREES_BY_IDIOM = /\bno (?:problems?|objections?|concerns?)\b|没有?(?:问题|意见|异议)|无(?:问题|意见|异议)/u;
const NEGATION =
  /(?<![\p{L}'])(?:not|never|no|nope|nor|neither|without|cannot|cant|dont|wont|isnt|unable|disagree\w*|disapprov\w*|unhappy|refuse\w*)(?![\p{L}'])|n't(?!\p{L})|[不没未别勿无否非]|反对|拒绝/u;
const AGREE_WORD =
  /(?<![\p{L}'])(?:(?:re)?confirm(?:ed|s)?|agree(?:d|s)?|approv(?:e|ed|es|al)|accept(?:ed|s)?|sign(?:ed)?[ -]off|go ahead|green light|good to go|(?:happy|fine|ok|okay|good) (?:with|for|by|from|to)|looks? good|sounds? good|lgtm)(?![\p{L}'])|同意|确认|批准|认可|接受|通过|没有?(?:问题|意见|异议)|无(?:问题|意见|异议)|可以(?:执行|发|做|开始|了|的)/u;
const CHANGE_WORD =
  /(?<![\p{L}'])(?:chang(?:e|es|ed|ing)|amend(?:s|ed|ment|ments)?|revis(?:e|ed|ion|ions)|rework(?:ed)?|redo|rewrite|replac(?:e|ed)|remove|correct(?:ed|ion|ions)|adjust(?:ed|ment|ments)?|reject(?:ed|s)?|declin(?:e|ed|es)|should (?:be|read|say)|must be|instead of)(?![\p{L}'])|修改|改成|改为|要改|改一下|调整|更正|换成|替换|重做|删掉|删除|退回|驳回/u;
const EXCEPTION =
  /(?<![\p{L}'])(?:except(?:ing|ion)?|but|apart from|other than|however|provided|unless|on condition|subject to|as long as)(?![\p{L}'])|除了?|但是?|不过|前提|只要|其余|以外/u;
/** It is not said yet: later, or only if, or asked of us. */
const NOT_NOW =
  /(?<![\p{L}'])(?:will|would|shall|should|could|can|may|might|going to|want to|need to|needs to|have to|has to|try to|hope to|before|until|once|when|if|after|please|pls|asap|tomorrow|later|waiting)(?![\p{L}'])|'ll(?!\p{L})|会|将|等|待|请|麻烦|如果|明天|稍后|之前|以后|之后|尽快|需要|能否|是否|要不要/u;

/** Its sentences, but for the questions. */
const sentencesOf = (told: string): string[] =>
  (told.match(/[^.!?。！？\n]+[.!?。！？]*/gu) ?? []).filter((one) => !/[?？]|[吗呢么]\s*[.。!！]*$/u.test(one.trim()));

type Found = Outcome | 'changes' | 'unclear';

/** What all of it comes to. A negation anywhere, be it about something else, leaves it to the author which of the verbs is meant. */
function meaning(told: string): Said {
  const found = new Set(sentencesOf(told).flatMap(outcomeIn));
  if (found.size === 0) return { is: 'nothing' };
  const negated = NEGATION.test(told.replaceAll(IDIOMS, ' '));
  return { is: 'sentence', means: inAll(found, negated) };
}

function inAll(found: ReadonlySet<Found>, negated: boolean): Outcome | null {
  const agrees = found.has('agreed') || found.has('agreedWith');
  if (found.has('unclear') || (agrees && (negated || found.has('refused')))) return null;
  if (!agrees) return 'refused';
  // Who agrees in one sentence and wants a change in the next agrees with a condition.
  return found.has('agreedWith') || found.has('changes') ? 'agreedWith' : 'agreed';
}

/** What one sentence comes to; nothing where it is no decision, or not one yet. */
function outcomeIn(sentence: string): Found[] {
  const bare = sentence.replaceAll(IDIOMS, ' ');
  const agreesAt = bare.search(AGREE_WORD);
  const agrees = agreesAt !== -1 || AGREES_BY_IDIOM.test(sentence);
  const changes = CHANGE_WORD.test(bare);
  const negated = NEGATION.test(bare);
  if (!agrees) return changes && !isAboutChange(bare, negated) ? ['changes'] : [];
  const before = agreesAt === -1 ? '' : bare.slice(0, agreesAt);
  if (NOT_NOW.test(before)) return changes ? ['unclear'] : [];
  if (!negated) return [changes || EXCEPTION.test(bare) ? 'agreedWith' : 'agreed'];
  const again = AGREE_WORD.test(bare.slice(agreesAt).replace(AGREE_WORD, ''));
  return [NEGATION.test(before) && !again ? 'refused' : 'unclear'];
}

/** "No need to change it", "we changed our address": said about a change, and none is asked for. */
const isAboutChange = (sentence: string, negated: boolean): boolean =>
  negated ||
  /(?<![\p{L}'])(?:we|i) (?:have |already |just )*(?:changed|adjusted|corrected|replaced|removed)(?!\p{L})/u.test(
    sentence,
  );
