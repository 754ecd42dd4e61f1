import type { Aggregate } from '../kit/aggregate.ts';
import type { NewId } from '../kit/ids.ts';
import type { Archive } from './archive.ts';
import type { Looks } from './looks.ts';
import type { People } from './people.ts';
import type { Store } from './store.ts';

/** What use cases work with, handed in as plain arguments. */
export type Deps<P extends Aggregate> = {
  store: Store<P>;
  archive: Archive;
  people: People;
  looks: Looks;
  newId: NewId;
};
