import type { HoldReason, Invite, Side } from '../kit/aggregate.ts';
import type { QuestionWords } from '../kit/form.ts';
import type { RefusalTexts } from '../kit/refusal.ts';
import type { clientForm, makeForm, RoomRefusals, teamForm } from './model.ts';

type Texts = {
  title: null;
  intro: { project: string };
  ofProject: { project: string };
  close: null;
  cancel: null;
  notChecked: null;
  'side.team': null;
  'side.client': null;
  here: { agency: number; client: number; partner: number; other: number };
  more: null;
  speaks: { language: string };
  invitesIntro: null;
  invite: { to: string; state: string; since: string };

  chooseTeam: null;
  makeTeam: null;
  makeTeamText: null;
  makeIt: null;
  goBack: null;
  chooseClient: null;
  makeClient: null;
  noClient: null;
  noClientText: null;
  noneIt: null;

  teamTitle: null;
  teamSubmit: null;
  teamIntro: { project: string };
  clientTitle: null;
  clientSubmit: null;
  clientIntro: { project: string; client: string };
  makeTitle: null;
  makeSubmit: null;
  makeIntro: { project: string; client: string };
  seenBy: { count: number; names: string };
  seenByMore: { count: number; names: string; more: number };
  becomeTeam: null;
  requestMoves: null;

  inviteAccepted: { to: string; project: string };
  inviteApproval: { to: string; project: string };
  inviteDeclined: { to: string; project: string };
};

export type RoomsWords = QuestionWords<typeof teamForm> &
  QuestionWords<typeof clientForm> &
  QuestionWords<typeof makeForm> &
  Texts & { [R in HoldReason | 'there' | 'making' | 'none' as `state.${R}`]: { side: Side } } & {
    [S in Invite['state'] as `inviteState.${S}`]: null;
  } & RefusalTexts<RoomRefusals>;
