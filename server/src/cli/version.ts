import manifest from '../../../package.json';

/** Which Dealgraph this is. */
export const { version } = manifest;
