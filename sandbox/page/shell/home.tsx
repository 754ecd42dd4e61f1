/** The app's home tab. */
import { useEffect } from 'preact/hooks';
import { Blocks } from '../blocks/block.tsx';
import { SurfaceOf } from '../blocks/surface.tsx';
import { useDesk } from '../state/desk.ts';
import { Icon } from './icons.tsx';

export function Home() {
  const { seat, actOrSay } = useDesk();
  useEffect(() => void actOrSay({ act: 'open-home' }), []);
  const app = seat.people.find((person) => person.isBot)?.name ?? 'App';
  return (
    <main class="main" aria-label={`${app} home`}>
      <header class="channel-header">
        <h1>
          <Icon name="home" /> {app}
        </h1>
        <span class="topic">Home, as only you see it</span>
      </header>
      <div class="home-scroll">
        <div class="home">
          {seat.home ? (
            <SurfaceOf on={{ home: true }} blocks={seat.home.blocks}>
              <Blocks blocks={seat.home.blocks} />
            </SurfaceOf>
          ) : (
            <p class="quiet">{app} has not published a home for you yet.</p>
          )}
        </div>
      </div>
    </main>
  );
}
