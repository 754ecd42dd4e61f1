/** Shows blocks: one function a kind, and a loud box for what is not known. */
import type { ActionsBlock, AnyBlock, ContextBlock, ImageBlock, KnownBlock, SectionBlock } from '@slack/types';
import { useId } from 'preact/hooks';
import { type AnyElement, blockIdOf } from '../state/values.ts';
import { plainText } from '../text/emoji.ts';
import { RichText } from '../text/rich.tsx';
import { Text } from '../text/spans.tsx';
import { Element } from './element.tsx';
import { InputShown } from './input.tsx';
import { urlOf } from './parts.ts';
import { Unknown } from './unknown.tsx';

export function Blocks({ blocks }: { blocks: readonly AnyBlock[] }) {
  return (
    <div class="blocks">
      {blocks.map((block, index) => {
        const blockId = blockIdOf(block, index);
        // The key is the block_id: a new id makes a new input, which is how an app resets one.
        return (
          <div key={`${block.type} ${blockId}`} class={`block ${block.type}`} data-block-id={blockId}>
            <BlockShown block={block as KnownBlock} blockId={blockId} />
          </div>
        );
      })}
    </div>
  );
}

function BlockShown({ block, blockId }: { block: KnownBlock; blockId: string }) {
  switch (block.type) {
    case 'header':
      return <h3>{plainText(block.text.text)}</h3>;
    case 'section':
      return <Section block={block} blockId={blockId} />;
    case 'divider':
      return <hr />;
    case 'context':
      return <Context block={block} />;
    case 'actions':
      return <Actions block={block} blockId={blockId} />;
    case 'input':
      return <InputShown block={block} blockId={blockId} />;
    case 'rich_text':
      return <RichText block={block} />;
    case 'image':
      return <Picture block={block} />;
    default:
      return <Unknown what="block" of={block} />;
  }
}

function Section({ block, blockId }: { block: SectionBlock; blockId: string }) {
  const id = useId();
  const slot = { blockId, id: `${id}-accessory`, dispatches: true, isInput: false, describedBy: `${id}-text` };
  const name = block.text && accessoryName(block.accessory) === undefined ? plainText(block.text.text) : undefined;
  return (
    <>
      <div class="section-text" id={`${id}-text`}>
        {block.text && <Text of={block.text} />}
        {block.fields && (
          <div class="fields">
            {block.fields.map((field, index) => (
              <div key={index} class="field">
                <Text of={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {block.accessory && (
        <div class="accessory">
          <Element element={block.accessory as unknown as AnyElement} slot={{ ...slot, name }} />
        </div>
      )}
    </>
  );
}

const accessoryName = (accessory: unknown) => (accessory as { placeholder?: unknown } | undefined)?.placeholder;

function Context({ block }: { block: ContextBlock }) {
  return (
    <>
      {block.elements.map((element, index) => {
        if (element.type === 'image') return <img key={index} src={urlOf(element)} alt={element.alt_text} />;
        if (element.type === 'mrkdwn' || element.type === 'plain_text') return <Text key={index} of={element} />;
        return <Unknown key={index} what="context element" of={element} />;
      })}
    </>
  );
}

function Actions({ block, blockId }: { block: ActionsBlock; blockId: string }) {
  const id = useId();
  return (
    <>
      {block.elements.map((element, index) => (
        <Element
          key={element.action_id ?? index}
          element={element as unknown as AnyElement}
          slot={{ blockId, id: `${id}-${index}`, dispatches: true, isInput: false }}
        />
      ))}
    </>
  );
}

function Picture({ block }: { block: ImageBlock }) {
  return (
    <figure>
      {block.title && <figcaption>{plainText(block.title.text)}</figcaption>}
      <img src={urlOf(block)} alt={block.alt_text} />
    </figure>
  );
}
