/** The page's few drawings; all are decoration beside a name. */
const PATHS = {
  hash: 'M6.5 2.5 5 13.5M11 2.5 9.5 13.5M2.5 5.8h11M2 10.2h11',
  lock: 'M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  home: 'M2.5 7.5 8 3l5.5 4.5M4 6.5v7h8v-7',
  people:
    'M6 7.5a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4M2 13.5c0-2.4 1.6-4 4-4s4 1.6 4 4M10.5 3.3a2.2 2.2 0 0 1 0 4M11.5 9.7c1.6.5 2.5 1.9 2.5 3.8',
  pin: 'M8 9.5V14M4.5 9.5h7L10 6.5v-4H6v4z',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  back: 'M9.5 3.5 5 8l4.5 4.5',
  eye: 'M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8M8 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6',
  send: 'M2.5 13.5 14 8 2.5 2.5v4.5L9 8l-6.5 1z',
  down: 'M4 6l4 4 4-4',
  person: 'M8 7.5a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2M3 13.8c0-2.8 2-4.6 5-4.6s5 1.8 5 4.6',
  pulse: 'M1.5 8h3l2-5 3 10 2-5h3',
  clock: 'M8 14.2A6.2 6.2 0 1 0 8 1.8a6.2 6.2 0 0 0 0 12.4M8 4.5V8l2.4 1.6',
  bolt: 'M9 1.5 3.5 9H8l-1 5.5L12.5 7H8z',
  file: 'M4 1.8h5l3.5 3.5v8.9H4zM9 1.8v3.5h3.5',
  clip: 'M12.5 7.5 7.8 12.2a2.6 2.6 0 0 1-3.7-3.7l5-5a1.7 1.7 0 0 1 2.4 2.4l-5 5a.8.8 0 0 1-1.2-1.2l4.3-4.3',
  key: 'M6 12.5a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6M8 7.7 13.5 2.2M11 4.7l2 2',
  cut: 'M2.5 8h3.5M10 8h3.5M6.5 5.5l3 5M9.5 5.5l-3 5',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
