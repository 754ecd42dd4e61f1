/** The whole page: a top bar, the workspace, the modals over it, the inspector under it. */
import type { Confirm } from '@slack/types';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Act, ActResult, Seat } from '../../server/protocol.ts';
import { Faults } from '../faults/faults.tsx';
import { Inspector } from '../inspector/inspector.tsx';
import { ConfirmDialog } from '../modal/confirm.tsx';
import { ModalStack } from '../modal/modal.tsx';
import { type Desk, DeskContext, isSaidBySlack, refusalText } from '../state/desk.ts';
import { type Feed, sendAct, useFeed } from '../state/feed.ts';
import { usePlace, visiblePlace } from '../state/place.ts';
import { localeOf } from '../text/dates.ts';
import { Channel } from './channel.tsx';
import { Home } from './home.tsx';
import { Notices } from './notices.tsx';
import { Sidebar } from './sidebar.tsx';
import { TopBar } from './top-bar.tsx';

export function App({ as }: { as: string | null }) {
  const { seat, planned, live } = useFeed(as);
  useEffect(() => {
    if (!seat) return;
    document.documentElement.lang = localeOf(seat);
    document.title = `${seat.me.name} · Sandbox`;
    // The server chose the seat: the address says it from now on, so that a reload is the same person.
    if (as === null) history.replaceState(null, '', `?as=${encodeURIComponent(seat.me.handle)}${location.hash}`);
  }, [seat?.me.id]);
  if (!seat) return <Waiting as={as} />;
  return <Workspace seat={seat} planned={planned} live={live} />;
}

function Waiting({ as }: { as: string | null }) {
  return (
    <main class="waiting">
      <span class="badge">SANDBOX</span>
      <p role="status">Connecting{as === null ? '' : ` as ${as}`}…</p>
      <p class="quiet">
        If this stays, the sandbox is not running or has no such person. <a href="/">Start with the first seat</a>
      </p>
    </main>
  );
}

const CLOSED = { inspector: false, faults: false };
/** As narrow.css has it: on a phone each of the two takes the whole screen. */
const hasRoomForBoth = () => !matchMedia('(width < 760px)').matches;

type Asked = { confirm: Confirm; answer(yes: boolean): void };

function Workspace({ seat, planned, live }: Feed & { seat: Seat }) {
  const [hash, go] = usePlace();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [said, setSaid] = useState<{ id: string; text: string }[]>([]);
  const [isMenuOpen, setMenuOpen] = useState(false);
  const [open, setOpen] = useState(CLOSED);
  const place = visiblePlace(hash, seat);
  const desk = useMemo<Desk>(() => {
    const act = (one: Act) => sendAct(seat.me.id, one);
    const say = (text: string) => setSaid((old) => [...old, { id: `said-${Date.now()}-${old.length}`, text }]);
    const actOrSay = async (one: Act): Promise<ActResult> => {
      const result = await act(one);
      if (!result.ok && !isSaidBySlack(result.error)) say(refusalText(result.error));
      return result;
    };
    const ask = (confirm: Confirm) =>
      new Promise<boolean>((resolve) =>
        setAsked({
          confirm,
          answer: (yes) => {
            setAsked(null);
            resolve(yes);
          },
        }),
      );
    return { seat, place, go, act, actOrSay, say, ask };
  }, [seat, hash]);
  useEffect(() => setMenuOpen(false), [hash]);
  const dismiss = (id: string) => setSaid((old) => old.filter((one) => one.id !== id));
  const toggle = (tool: 'inspector' | 'faults') =>
    setOpen((old) => ({ ...(hasRoomForBoth() ? old : CLOSED), [tool]: !old[tool] }));
  const isCovered = seat.modals.length > 0 || asked !== null;
  return (
    <DeskContext.Provider value={desk}>
      <div class="page">
        <TopBar
          live={live}
          faults={planned.length}
          open={open}
          onMenu={() => setMenuOpen(!isMenuOpen)}
          onInspect={() => toggle('inspector')}
          onFaults={() => toggle('faults')}
        />
        <div class="stage">
          <div class={isMenuOpen ? 'desk menu-open' : 'desk'} inert={isCovered}>
            <Sidebar />
            <div class="veil" onClick={() => setMenuOpen(false)} />
            {place?.at === 'home' && <Home />}
            {place?.at === 'channel' && <Channel key={place.channel} place={place} />}
            {place === null && <main class="main empty">There is nothing that this person can see yet.</main>}
          </div>
          <ModalStack />
          {asked && <ConfirmDialog confirm={asked.confirm} onAnswer={asked.answer} />}
        </div>
        <Notices said={said} onDismiss={dismiss} />
        {(open.inspector || open.faults) && (
          <div class="dock">
            {open.inspector && <Inspector onClose={() => toggle('inspector')} />}
            {open.faults && <Faults planned={planned} onClose={() => toggle('faults')} />}
          </div>
        )}
      </div>
    </DeskContext.Provider>
  );
}
