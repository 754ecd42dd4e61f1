/** What of Slack was asked and refused, as people know it. */
export const ACTIONS = [
  'makeTeam',
  'makeClient',
  'invite',
  'inviteShared',
  'topic',
  'pin',
  'file',
  'post',
  'write',
  'home',
] as const;
export type RefusedAction = (typeof ACTIONS)[number];

/** Why: what it means for whoever can do something about it. */
export const REASONS = [
  'scope',
  'policy',
  'plan',
  'person',
  'full',
  'name',
  'room',
  'file',
  'wall',
  'unknown',
] as const;
export type RefusedReason = (typeof REASONS)[number];
