import { ConfigurationTarget, type Disposable, workspace } from 'vscode';
import { type Grouping, groupings } from '../../../server/src/protocol';

const section = 'dealgraph.ecosystems';

/** How the view is arranged; `ecosystem` where the setting holds nothing known. */
export function groupBy(): Grouping {
  const value = workspace.getConfiguration(section).get<string>('groupBy');
  return groupings.find((grouping) => grouping === value) ?? 'ecosystem';
}

export function followCursor(): boolean {
  return workspace.getConfiguration(section).get('followCursor', true);
}

export async function setGroupBy(value: Grouping): Promise<void> {
  await update('groupBy', value);
}

export async function setFollowCursor(value: boolean): Promise<void> {
  await update('followCursor', value);
}

export function onDidChangeGroupBy(listener: () => void): Disposable {
  return onDidChange('groupBy', listener);
}

export function onDidChangeFollowCursor(listener: () => void): Disposable {
  return onDidChange('followCursor', listener);
}

function onDidChange(name: string, listener: () => void): Disposable {
  return workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(`${section}.${name}`)) listener();
  });
}

/** Writes where the value in force comes from, so that the change takes effect; else to the user's settings. */
async function update(name: string, value: unknown): Promise<void> {
  const settings = workspace.getConfiguration(section);
  const target =
    settings.inspect(name)?.workspaceValue === undefined
      ? ConfigurationTarget.Global
      : ConfigurationTarget.Workspace;
  await settings.update(name, value, target);
}
