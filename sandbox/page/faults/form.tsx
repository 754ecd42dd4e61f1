/** One form for all faults: what goes wrong, with what, how often. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import type { FaultsView } from '../../server/protocol.ts';
import type { FaultWish } from '../../server/wishes.ts';
import { type AnyFault, CALL_WORDS, DELIVERY_WORDS, faultMeans, isDeliveryFault } from './words.ts';

const TIMES: readonly [string, number | null][] = [
  ['Once', 1],
  ['3 times', 3],
  ['Until cleared', null],
];

/** What the form holds; a field that does not matter to the chosen fault is kept all the same. */
type Draft = { kind: AnyFault; method: string; delivery: string; times: number; error: string; seconds: number };

const FIRST: Draft = {
  kind: 'response-lost',
  method: 'chat.postMessage',
  delivery: '',
  times: 0,
  error: 'internal_error',
  seconds: 5,
};

function wishOf({ kind, method, delivery, times: at, error, seconds }: Draft): FaultWish {
  const times = TIMES[at]?.[1] ?? null;
  if (isDeliveryFault(kind)) return { delivery, kind, times, ...(kind === 'delay' ? { delayMs: seconds * 1000 } : {}) };
  const answer = kind === 'fail' ? { error } : kind === 'ratelimited' ? { retryAfterSeconds: seconds } : {};
  return { method, kind, times, ...answer };
}

export function FaultForm({ onPlan }: { onPlan(wish: FaultWish): Promise<void> }) {
  const { methods, deliveries } = useChoices();
  const [draft, setDraft] = useState(FIRST);
  const change = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }));
  const { kind } = draft;
  return (
    <form
      class="fault-form"
      aria-label="Plan a fault"
      onSubmit={(event) => {
        event.preventDefault();
        void onPlan(wishOf(draft));
      }}
    >
      <Field label="What goes wrong" hint={faultMeans(kind)}>
        {(id) => (
          <select id={id} value={kind} onChange={(event) => change({ kind: event.currentTarget.value as AnyFault })}>
            <Kinds label="When the app calls Slack" words={CALL_WORDS} />
            <Kinds label="When Slack delivers to the app" words={DELIVERY_WORDS} />
          </select>
        )}
      </Field>
      {isDeliveryFault(kind) ? (
        <Choice
          label="With which delivery"
          options={[['', 'Any delivery'], ...deliveries.map((name) => [name, name] as const)]}
          value={draft.delivery}
          onChoose={(delivery) => change({ delivery })}
        />
      ) : (
        <Choice
          label="With which call"
          options={[['*', 'Any call'], ...methods.map((name) => [name, name] as const)]}
          value={draft.method}
          onChoose={(method) => change({ method })}
        />
      )}
      <Details draft={draft} onChange={change} />
      <Choice
        label="How often"
        options={TIMES.map(([words], index) => [String(index), words] as const)}
        value={String(draft.times)}
        onChoose={(times) => change({ times: Number(times) })}
      />
      <button type="submit" class="button primary">
        Plan it
      </button>
    </form>
  );
}

/** What only some faults have. */
function Details({ draft, onChange }: { draft: Draft; onChange(part: Partial<Draft>): void }) {
  const { kind, error, seconds } = draft;
  if (kind === 'fail') {
    return (
      <Field label="Slack's error">
        {(id) => (
          <input
            id={id}
            required
            pattern="[a-z_]+"
            title="Small letters and underscores"
            value={error}
            onInput={(event) => onChange({ error: event.currentTarget.value })}
          />
        )}
      </Field>
    );
  }
  if (kind !== 'ratelimited' && kind !== 'delay') return null;
  return (
    <Field label={kind === 'delay' ? 'Late by, in seconds' : 'To wait, in seconds'}>
      {(id) => (
        <input
          id={id}
          type="number"
          required
          min={1}
          max={3600}
          value={seconds}
          onInput={(event) => onChange({ seconds: event.currentTarget.valueAsNumber })}
        />
      )}
    </Field>
  );
}

function Kinds({ label, words }: { label: string; words: Readonly<Record<string, { title: string }>> }) {
  return (
    <optgroup label={label}>
      {Object.entries(words).map(([kind, { title }]) => (
        <option key={kind} value={kind}>
          {title.charAt(0).toUpperCase() + title.slice(1)}
        </option>
      ))}
    </optgroup>
  );
}

type ChoiceProps = {
  label: string;
  options: readonly (readonly [value: string, words: string])[];
  value: string;
  onChoose(value: string): void;
};

function Choice({ label, options, value, onChoose }: ChoiceProps) {
  return (
    <Field label={label}>
      {(id) => (
        <select id={id} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
          {options.map(([one, words]) => (
            <option key={one} value={one}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

type FieldProps = { label: string; hint?: string; children: (id: string) => ComponentChildren };

function Field({ label, hint, children }: FieldProps) {
  const id = useId();
  return (
    <div class="fault-field">
      <label for={id}>{label}</label>
      {children(id)}
      {hint && <p class="hint">{hint}</p>}
    </div>
  );
}

/** Asked for once: what the sandbox serves does not change while it runs. */
function useChoices(): Pick<FaultsView, 'methods' | 'deliveries'> {
  const [choices, setChoices] = useState({ methods: [FIRST.method], deliveries: [] as string[] });
  useEffect(() => {
    fetch('/faults')
      .then(async (response) => setChoices((await response.json()) as FaultsView))
      // The one that is chosen at first can be planned all the same.
      .catch(() => undefined);
  }, []);
  return choices;
}
