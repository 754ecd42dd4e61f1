/** The page's entry: whose seat it is stands in the address, so two windows are two people. */
import { render } from 'preact';
import { App } from './shell/app.tsx';
import { permalinkToPlace, placeToHash } from './state/place.ts';

/** An address without a seat (a permalink from a file) opens as the person whom this window was before. */
const LAST_SEAT = 'sandbox.seat';

const linked = permalinkToPlace(location.href);
const remembered = linked ? sessionStorage.getItem(LAST_SEAT) : null;
const as = new URLSearchParams(location.search).get('as') ?? remembered;
if (as !== null) sessionStorage.setItem(LAST_SEAT, as);
if (linked) history.replaceState(null, '', `/${as === null ? '' : `?as=${as}`}${placeToHash(linked)}`);

const root = document.getElementById('page');
if (root) render(<App as={as} />, root);
