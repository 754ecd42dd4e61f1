/** What the demonstration prints once it runs. */
export function greeting(url: string, database: string, hasProjects: boolean): string {
  const seat = (handle: string) => `${url}/?as=${handle}`;
  return `
SANDBOX: a stand-in for Slack on this machine. Nothing leaves it, and nothing stays when it stops.

  Open      ${seat('mei')}      you are Mei Chen, account manager
  A second window is a second person, at the client for instance: ${seat('dana')}

Three things to try

  1. Gather a brief, and send it (as Mei)
     In #general, type  /project new  and fill the four answers; press "Write the brief" in the new channel. In the overview
     "Add a document" reads what a client sent, part by part. Press "Send to client"${
       hasProjects
         ? ' and choose #acme-lantern: Dana Reed\n     and Olivia Grant, who decide for Acme, stand there already. Read'
         : ', choose #acme-lantern and Dana\n     Reed, read'
     } the preview, and send; stand-ins and ends are behind "Change who and how".${
       hasProjects
         ? `
     In #acme-autumn-relaunch Tom has heard the key message: choose "Add to brief" in the menu of what he wrote.
     The client of #harbour-museum-night-opening is not on Slack: take the text or the PDF, and record what they decide.`
         : ''
     }

  2. Answer as the client (as Dana, ${seat('dana')})
     ${
       hasProjects
         ? `In #acme-lantern open the thread of "Brief · Winter gift box": Olivia Grant wants line 2 otherwise. Press "Confirm",
     and the round ends with a list that shows the contradiction. As Mei, edit the brief and send version 2: only what is
     new is marked. Write "ok" in the thread instead of pressing a button, and see what Liaison asks.
     Once both have confirmed, read the confirmation note; as Mei, press "Start Proposal" on the project's card.
     The same in Chinese: Zhou Lan has a brief waiting, ${seat('zhou')}`
         : `Open the thread in #acme-lantern. Request changes on a line first: Mei edits the brief and sends version 2, and
     only the differences are marked. Write "ok" in the thread, and see what Liaison asks; then press "Confirm" and read
     the confirmation note. As Mei, press "Start Proposal" on the project's card.`
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
