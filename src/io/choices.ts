/** People have a handful of forms open at once; what is forgotten here is drawn once too often, and does no harm. */
const MAX_VIEWS = 1000;

/**
 * Tells of a choice in a form whether it is still the newest one there. Deliveries overtake each other, and what is looked up
 * for one may take longer than for the next: a form that was drawn for the newer choice is not drawn again for an older one.
 */
export type Choices = {
  /**
   * Notes a choice when it arrives.
   * @param at Slack's `action_ts` of it (docs.slack.dev, block_actions payload); null where there is none, which is always the newest
   * @returns whether no newer one has arrived since
   */
  made: (viewId: string, at: string | null) => () => boolean;
};

/** An empty memory of choices, of one process. */
export function makeChoices(): Choices {
  const newest = new Map<string, string>();
  const isNewer = (viewId: string, at: string) => at >= (newest.get(viewId) ?? '');
  return {
    made: (viewId, at) => {
      if (at === null) return () => true;
      if (isNewer(viewId, at)) keep(newest, viewId, at);
      return () => isNewer(viewId, at);
    },
  };
}

function keep(newest: Map<string, string>, viewId: string, at: string): void {
  newest.delete(viewId);
  newest.set(viewId, at);
  const [oldest] = newest.keys();
  if (newest.size > MAX_VIEWS && oldest !== undefined) newest.delete(oldest);
}
