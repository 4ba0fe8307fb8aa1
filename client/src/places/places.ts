import { commands, Disposable, Location, Position, Range, Uri } from 'vscode';
import type { Location as WrittenLocation, Position as WrittenPosition } from 'vscode-languageserver-types';
import { clientCommands } from '../../../server/src/protocol';

/** Registers the commands behind what the server shows above declarations. */
export function registerPlaces(): Disposable {
  return Disposable.from(
    commands.registerCommand(
      clientCommands.showReferences,
      (uri: string, position: WrittenPosition, places: readonly WrittenLocation[]) =>
        commands.executeCommand(
          'editor.action.showReferences',
          Uri.parse(uri),
          positionOf(position),
          places.map(({ uri: at, range }) => new Location(Uri.parse(at), rangeOf(range))),
        ),
    ),
    commands.registerCommand(
      clientCommands.showInEcosystems,
      async (uri: string, position: WrittenPosition) => {
        const selection = new Range(positionOf(position), positionOf(position));
        await commands.executeCommand('vscode.open', Uri.parse(uri), { selection });
        await commands.executeCommand('dealgraph.ecosystems.showAtCursor');
      },
    ),
  );
}

function positionOf({ line, character }: WrittenPosition): Position {
  return new Position(line, character);
}

function rangeOf({ start, end }: WrittenLocation['range']): Range {
  return new Range(positionOf(start), positionOf(end));
}
