/** What the demonstration prints once it runs. */
export function greeting(url: string, database: string, hasProjects: boolean): string {
  const seat = (handle: string) => `${url}/?as=${handle}`;
  return `
SANDBOX: a stand-in for Slack on this machine. Nothing leaves it, and nothing stays when it stops.

  Open      ${seat('mei')}      you are Mei Chen, account manager
  A second window is a second person, at the client for instance: ${seat('dana')}

Three things to try

  1. Start a project and write its brief (as Mei)
     In #general, type  /project new  and fill the four answers; the client is Acme.
     Open the new channel, press "Write the brief", answer all questions, and save.
     Press "Send to client" on the brief's card, choose #acme-lantern and Dana Reed, read the preview, and send.

  2. Answer as the client (as Dana, ${seat('dana')})
     Open the thread in #acme-lantern. Request changes first, if you like: Mei edits the brief and sends version 2,
     and only the differences are marked. Then press "Confirm" and read the confirmation note.
     Back as Mei, press "Start Proposal" on the project's card.${
       hasProjects
         ? `
     The same in Chinese: Zhou Lan has a brief waiting, ${seat('zhou')}`
         : ''
     }

  3. Look behind it
     Press "Inspector" at the top: every delivery with its acknowledgement time, every call, and "Deliver again",
     after which nothing happens twice. Press "Faults", have chat.postMessage lose its answer, and press any button;
     then "Tomorrow 09:00", and what was unclear has been looked up and not been said twice.
     Type  /project record  in the project's channel, then check its chain with
     MONGODB_URI='${database}' npm run verify

Ctrl-C stops everything.
`;
}
