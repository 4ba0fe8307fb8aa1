import * as l10n from '@vscode/l10n';
import type { Fix, IgnoreCheck } from '../project/check';
import { ignoreComment, reasonToCome, type Ignore } from '../project/ignores';
import { unknownCheck } from '../project/unknown-check';

const example = ignoreComment('no-source', reasonToCome);

export const ignore: IgnoreCheck = {
  scope: 'ignore',
  code: 'ignore',
  severity: 'warning',
  title: 'A comment silences nothing',
  docs: 'A comment above a declaration or in it, `// dealgraph-ignore CODE: reason`, silences one check there. It names a check and says why, and it goes when there is nothing to silence any more: what it hides later would be hidden from everybody. The last quick fix of every finding writes the comment; a reason that is still “…” is none.',
  examples: {
    bad: 'company Google\n// dealgraph-ignore no-source: from the board minutes\ncompany Anthropic { parent Google }\n',
    good: 'company Google\ncompany Anthropic\n\n// dealgraph-ignore no-source: from the board minutes\ninvestment Deal: Google -> Anthropic { amount $1B }\n',
  },
  run: (comment, { codes, silenced, isRun }) => {
    const { code, codeSpan, reason, span } = comment;
    if (code === '') {
      return { span, message: l10n.t('Say which check is to be silent, and why: “{0}”.', example) };
    }
    if (!codes.includes(code)) return unknownCode(comment, codes);
    if (reason === '') {
      return {
        span: codeSpan,
        message: l10n.t('Say why, or it silences nothing: “{0}”.', ignoreComment(code, reasonToCome)),
      };
    }
    if (silenced > 0 || !isRun) return undefined;
    return {
      span,
      message: l10n.t('“{0}” has nothing to say here. Remove the comment.', code),
      unnecessary: true,
      fixes: [{ title: l10n.t('Remove the comment'), edits: [{ ...span, text: '' }], preferred: true }],
    };
  },
};

function unknownCode(
  { code, codeSpan: span }: Ignore,
  codes: readonly string[],
): ReturnType<IgnoreCheck['run']> {
  const { message, nearest } = unknownCheck(code, codes);
  return {
    span,
    message,
    fixes: nearest.map((word): Fix => ({
      title: l10n.t('Change to “{0}”', word),
      edits: [{ ...span, text: word }],
    })),
  };
}
