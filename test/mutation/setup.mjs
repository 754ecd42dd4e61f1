import fc from 'fast-check';

/** The same random cases in every run, so that scores can be compared; and no time goes into making a failure small. */
fc.configureGlobal({ seed: 20_261_123, endOnFailure: true });
