import type { Suggestion, Suggestions } from './suggest.ts';

type Props = { id: string; offer: Suggestions; at: number; onChoose(one: Suggestion): void };

export function SuggestionList({ id, offer, at, onChoose }: Props) {
  return (
    <div class="suggestions" role="listbox" id={id} aria-label={offer.title}>
      {offer.found.length === 0 && <div class="nothing">No such command here.</div>}
      {offer.found.map((one, index) => (
        <div
          key={one.name}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          class={index === at ? 'suggestion active' : 'suggestion'}
          ref={(row) => void (index === at && row?.scrollIntoView({ block: 'nearest' }))}
          // Before the composer loses the focus, which would close the list.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(one)}
        >
          <strong>{one.name}</strong>
          {one.usage && <code>{one.usage}</code>}
          <span>{one.note}</span>
        </div>
      ))}
    </div>
  );
}
