import { plain } from './cell';

/** The address in a cell as it is written in a deal file, `<https://example.com>`; undefined where it is none. */
export function addressIn(text: string): string | undefined {
  const content = plain(text);
  if (/\s/.test(content)) return undefined;
  const whole = /^www\.[^/]+\./i.test(content) ? `https://${content}` : content;
  return /^https?:\/\/[^\s<>]+$/i.test(whole) ? `<${whole}>` : undefined;
}

/** Like `addressIn`, for columns that have nothing but addresses: `example.com` is one too. */
export function siteIn(text: string): string | undefined {
  const content = plain(text);
  return (
    addressIn(content) ??
    (/^[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/.test(content) ? addressIn(`https://${content}`) : undefined)
  );
}
