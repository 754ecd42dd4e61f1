/** The types of mongod.mjs, which stays plain JavaScript because jest's global set-up loads it without a compiler. */
export type StartedMongo = {
  /** Connection string without a database; see `withDatabase`. */
  uri: string;
  /** The mongod's process; undefined when the server is the one of MONGODB_URI. */
  pid: number | undefined;
  stop: () => Promise<void>;
};
export type MongoWish = {
  /** Never the server of MONGODB_URI: for suites that stop or kill their server. */
  own?: boolean;
  /** A folder that outlives the server, so that what a killed one wrote is still there. */
  dbPath?: string;
};

/** Starts a one-node replica set, or takes the server of MONGODB_URI (never with `own`). */
export function startMongo(wish?: MongoWish): Promise<StartedMongo>;
/** Checks that a MongoDB can be had, fetching what is lacking, and names it; starts nothing. */
export function ensureMongo(): Promise<string>;
/** Names a database inside a connection string. */
export function withDatabase(uri: string, name: string): string;
