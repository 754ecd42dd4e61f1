/** Gives a fresh random id; handed in, so that a test can know it. */
export type NewId = () => string;
