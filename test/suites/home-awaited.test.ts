import { afterEach, describe, expect, test } from '@jest/globals';
import { homeWords } from '../../src/home/words.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import { examined, namesIn } from '../support/examined.ts';
import { memberOf, plantProjects } from '../support/many-projects.ts';
import { type Stage, stage } from '../support/stage.ts';

const MANY = 200;
/** All that a Home of theirs shows of projects: their own, and those in which they wait. */
const SHOWN = BOUNDS.awaitedOnHome + BOUNDS.projectsOnHome;
const en = homeWords.in('en');

let on: Stage;
afterEach(() => on.end());

describe('with 200 projects in which one person waits for the client', () => {
  test('a page of them is read, the longest awaited first, and all come up in turn', async () => {
    on = await stage();
    const sentTo = memberOf(on, 'dana', 'approver').person;
    await plantProjects(on, MANY, () => ({ people: [memberOf(on, 'tom', 'accountManager')], sentTo }));
    const person = on.slack.as('tom');
    const { docs, scans } = await examined(on.db, () => person.home());
    expect(docs).toBeLessThanOrEqual(SHOWN);
    expect(scans).toEqual([]);
    const home = await person.home();
    expect(home.text).toContain(en.awaited());
    const size = BOUNDS.awaitedOnHome;
    expect(namesIn(home).slice(0, size)).toEqual(['Project 0000', 'Project 0001', 'Project 0002']);
    await home.press(en['next.awaited']());
    expect(namesIn(await person.home())[0]).toBe('Project 0003');
    const { docs: ofModal, scans: none } = await examined(on.db, () => person.in('#general').command('/approval'));
    expect(ofModal).toBeLessThanOrEqual(BOUNDS.waitsProjects + BOUNDS.awaitedProjects);
    expect(none).toEqual([]);
    on.slack.expectNoErrors();
  });
});
