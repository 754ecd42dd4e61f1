import type { View } from '@slack/types';
import { CHANNELS_OF_EVIDENCE, type Approval, type Party } from '../../src/approval/model.ts';
import type { RecordedFrom } from '../../src/approval/model-evidence.ts';
import type { ShownSubject } from '../../src/approval/model-shown.ts';
import { markOf } from '../../src/approval/rules-said-proof.ts';
import { objectModal, refOf, requestsModal, saidModal, whenModal } from '../../src/approval/views-evidence.ts';
import {
  askAuthor,
  changedProof,
  evidenceNote,
  heardNotice,
  objectedForTeam,
  toldWords,
} from '../../src/approval/views-evidence-notes.ts';
import type { Message } from '../../src/kit/blocks.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import type { Locale } from '../../src/kit/locale.ts';
import { ana, ben, cleo, dora, NOW } from './arbitraries.ts';
import { asks } from './arbitraries-approval.ts';
import { filled, ID, PERSON_NAME } from './arbitraries-views.ts';
import type { Shown } from './arbitraries-shown.ts';

const shows = (name: string, message: Message): Shown => ({ name, is: 'message', message });
const opens = (name: string, view: View & { type: 'modal' }): Shown => ({ name, is: 'modal', view });

/** As many lines as a brief may have, each as long as it can be. */
const LINES = 100;

function subjectOf(filler: string, locale: Locale): ShownSubject {
  const lines = Array.from({ length: LINES }, (_, at) => ({
    id: `${ID}${at}`,
    number: at + 1,
    name: filled(filler, 75),
    text: filled(filler, 300),
    isKnown: true,
  }));
  return {
    kind: 'brief',
    id: ID,
    project: ID,
    name: filled(filler, BOUNDS.projectName),
    client: filled(filler, BOUNDS.clientName),
    language: locale,
    version: 200,
    hash: 'f'.repeat(64),
    title: locale === 'zh' ? '简报第 200 版' : 'brief version 200',
    short: locale === 'zh' ? '简报 v200' : 'Brief v200',
    named: null,
    exactly: [],
    lines,
  };
}

/** A request to as many people as there may be, with the longest names. */
function requestOf(filler: string, locale: Locale): { approval: Approval; shown: ShownSubject } {
  const name = filled(filler, PERSON_NAME);
  const people = Array.from({ length: BOUNDS.approvers }, (_, at): Party => {
    const person = at % 2 === 0 ? { team: 'TCLIENT', user: `U0123456${at}` } : null;
    return { person, id: `${ID}${at}`, name };
  });
  const approval = asks({ approvers: people, version: 200, subject: { kind: 'brief', id: ID } });
  return { approval, shown: subjectOf(filler, locale) };
}

/** Everything that recording what was decided elsewhere shows, with everything in it at its longest. */
export function evidenceShown(filler: string, locale: Locale): Shown[] {
  const request = requestOf(filler, locale);
  const { approval, shown } = request;
  const long = filled(filler, BOUNDS.longAnswer);
  const message = { channel: 'C0123456789', ts: '1795435200.000200', author: cleo.person, mark: markOf(long) };
  const from: RecordedFrom = { message, file: 'F0123456789' };
  const ref = refOf(request);
  const when = { words: long, day: '2027-09-30', time: '23:59' };
  const reader = { locale, zone: 'America/Argentina/ComodRivadavia' };
  const meta = { ...ref, ...from, approver: `${ID}0`, verb: 'changesRequested', lines: LINES } as const;
  const crowd = Array.from({ length: BOUNDS.projectsNamed }, () => request);
  const object = { ...ref, language: locale, approver: ID, at: NOW.toISOString() };
  return [
    opens('requestsModal', requestsModal(crowd, from, long, locale)),
    opens('requestsModal without words', requestsModal(crowd, { message: null, file: null }, null, locale)),
    opens('saidModal', saidModal(request, from, { approver: `${ID}0`, way: 'message', words: long }, locale)),
    opens(
      'saidModal from nowhere',
      saidModal(request, { message: null, file: null }, { approver: null, way: null, words: null }, locale),
    ),
    ...CHANNELS_OF_EVIDENCE.map((way) => opens(`whenModal ${way}`, whenModal(request, { ...meta, way }, when, reader))),
    opens(
      'whenModal agreed',
      whenModal(request, { ...meta, way: 'letter', verb: 'confirmed', lines: 0 }, when, reader),
    ),
    opens('objectModal', objectModal(request, object, { who: filled(filler, PERSON_NAME), verb: 'confirmed' }, locale)),
    ...messages(filler, locale, { approval, shown }),
  ];
}

function messages(filler: string, locale: Locale, request: { approval: Approval; shown: ShownSubject }): Shown[] {
  const { shown } = request;
  const ref = refOf(request);
  const long = filled(filler, BOUNDS.longAnswer);
  const name = filled(filler, PERSON_NAME);
  const about = { ...ref, language: locale };
  const evidence = { saidAt: NOW.toISOString(), recordedBy: ana.id, message: null, file: 'F0123456789' };
  const notes = CHANNELS_OF_EVIDENCE.flatMap((by) =>
    [long, null].flatMap((words) => {
      const answer = { verb: 'changesRequested', at: NOW.toISOString(), evidence: { ...evidence, by, words } } as const;
      const who = { ...cleo, name };
      return evidenceNote({ who, ...answer, by: { ...ana, name } }, shown, ref);
    }),
  );
  // As long as a button can carry, counted as it is written into its value.
  const heard = JSON.stringify(filled(filler, 1500)).slice(1, 1400).replaceAll(/[\\"]/gu, '.');
  const sentence = { is: 'sentence', heard: { ts: '1795435200.000200', text: heard } } as const;
  return [
    ...notes.map((note, at) => shows(`evidenceNote ${at}`, note)),
    shows(
      'objectedForTeam',
      objectedForTeam({ manager: [ana, ben], who: { ...cleo, name }, whom: { ...dora, name } }, locale),
    ),
    shows('toldWords', toldWords(long, locale)),
    shows('askAuthor bare', askAuthor({ is: 'bare', verb: 'confirmed' }, shown, about)),
    shows('askAuthor sentence', askAuthor({ ...sentence, verbs: ['confirmed'] }, shown, about)),
    shows('askAuthor which', askAuthor({ ...sentence, verbs: ['confirmed', 'changesRequested'] }, shown, about)),
    ...(['edited', 'deleted'] as const).flatMap((how) => [
      shows(
        `changedProof ${how}`,
        changedProof(how, { short: shown.short, who: { ...cleo, name }, words: long }, locale),
      ),
      shows(`changedProof ${how} picture`, changedProof(how, { short: shown.short, who: cleo, words: null }, locale)),
    ]),
    shows('heardNotice recorded', heardNotice({ is: 'recorded', verb: 'confirmed' }, shown, locale)),
    shows('heardNotice left', heardNotice({ is: 'leftAlone' }, shown, locale)),
  ];
}
