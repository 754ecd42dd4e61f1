import {
  answered,
  type Answer,
  DONE,
  opened,
  type PressEntry,
  pressed,
  type SubmitEntry,
  submitted,
} from '../io/answers.ts';
import { isRefusal } from '../kit/refusal.ts';
import type { ProjectDeps } from '../project/service.ts';
import { detailsForm, detailsMeta, dropForm, dropMeta, rightsForm, rightsMeta } from './model-details.ts';
import { deliverableValue } from './model-metadata.ts';
import { againstClash, askAmount, openDetails, saveDetails } from './service-details.ts';
import { drop, openDrop, openRights, reopen, saveRights } from './service-ends.ts';
import { DETAIL_IDS } from './views-details.ts';

type Deps = ProjectDeps;

export const detailPresses: readonly PressEntry<Deps>[] = [
  pressed(
    DETAIL_IDS.details,
    deliverableValue,
    async (asked, deps: Deps, which) => opened(await openDetails(deps, asked, which)),
    true,
  ),
  pressed(
    DETAIL_IDS.rights,
    deliverableValue,
    async (asked, deps: Deps, which) => opened(await openRights(deps, asked, which)),
    true,
  ),
  pressed(
    DETAIL_IDS.drop,
    deliverableValue,
    async (asked, deps: Deps, which) => opened(await openDrop(deps, asked, which)),
    true,
  ),
  pressed(DETAIL_IDS.reopen, deliverableValue, async (asked, deps: Deps, which) =>
    answered(await reopen(deps, asked, which), () => DONE),
  ),
];

const CLASH = 'deliverable.detailsClash';

export const detailSubmits: readonly SubmitEntry<Deps>[] = [
  submitted(
    DETAIL_IDS.detailsForm,
    detailsMeta,
    ({ lines, isEstimate }) => detailsForm(lines, isEstimate),
    async (asked, deps: Deps, meta, answers) => {
      const saved = await saveDetails(deps, asked, meta, answers);
      if (!isRefusal(saved)) {
        const view = answers.kind === 'costEstimate' && !meta.isEstimate && askAmount(saved.project, meta.id, asked);
        return view ? { answer: 'replace', view } : DONE;
      }
      if (saved.code !== CLASH) return saved;
      return answered(await againstClash(deps, asked, meta, answers), (view): Answer => ({
        answer: 'replace',
        view,
        refusal: saved,
      }));
    },
  ),
  submitted(DETAIL_IDS.rightsForm, rightsMeta, rightsForm, async (asked, deps: Deps, which, rights) => {
    const saved = await saveRights(deps, asked, which, rights);
    if (!isRefusal(saved)) return DONE;
    if (saved.code !== CLASH) return saved;
    const { project, id } = which;
    return answered(await openRights(deps, asked, { project, id }, rights), (view): Answer => ({
      answer: 'replace',
      view,
      refusal: saved,
    }));
  }),
  submitted(DETAIL_IDS.dropForm, dropMeta, dropForm, async (asked, deps: Deps, which, { dropWhy }) =>
    answered(await drop(deps, asked, which, dropWhy), () => DONE),
  ),
];
