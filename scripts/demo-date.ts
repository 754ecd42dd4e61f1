/**
 * Lets the demonstration move a bot's day: preloaded into its process (`--import`), before anything reads a clock. `Date` alone
 * is moved, and forward only; timers stay real. Without a parent that asks for it nothing is touched. Nothing may import it.
 */
import { channel, subscribe } from 'node:diagnostics_channel';
import { type Ahead, isAhead } from './demo-ahead.ts';

function liveAhead(send: (answer: Ahead) => void): void {
  const MachineDate = Date;
  let aheadMs = 0;
  const now = () => MachineDate.now() + aheadMs;
  globalThis.Date = new Proxy(MachineDate, {
    apply: () => new MachineDate(now()).toString(),
    construct: (target, given: unknown[], made): object =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, made),
    get: (target, key, receiver): unknown => (key === 'now' ? now : Reflect.get(target, key, receiver)),
  });
  MachineDate.prototype.constructor = globalThis.Date;
  const toldAgain = heartbeat();
  process.on('message', (message) => {
    if (!isAhead(message)) return;
    aheadMs = Math.max(aheadMs, message.aheadMs);
    toldAgain();
    send({ aheadMs });
  });
  // Listening must not keep alive a process that is done.
  process.channel?.unref();
}

/**
 * Socket Mode judges by `Date` when Slack was last heard of (@slack/socket-mode 3, SlackWebSocket), and would take a jump for
 * a silence: it would connect anew, and what is delivered meanwhile would be lost. So the last pong is said again.
 */
function heartbeat(): () => void {
  const pongs = channel('undici:websocket:pong');
  let last: unknown;
  subscribe(pongs.name, (message) => {
    last = message;
  });
  return () => {
    if (last !== undefined) pongs.publish(last);
  };
}

if (process.send) liveAhead((answer) => process.send?.(answer));
