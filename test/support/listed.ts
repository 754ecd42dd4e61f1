import { liaison } from '../../src/liaison.ts';

/** Every way in, as the table of contents lists it and the scenes name it. */
export const LISTED = {
  commands: liaison.commands.map(({ command, verbs: [verb] }) => (verb ? `${command} ${verb}` : command)),
  presses: liaison.presses.map(({ action }) => action),
  submits: liaison.submits.map(({ view }) => view),
  shortcuts: liaison.shortcuts.map(({ shortcut }) => shortcut),
  events: liaison.events.map(({ event }) => event),
};
