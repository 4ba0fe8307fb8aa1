import type { Project, ProjectDelta } from '../../project/project';
import { Census } from './census';
import { Ledger } from './ledger';
import { Matches } from './matches';

/** So many texts are remembered with what matches them: whoever types goes back and forth. */
const mostTexts = 4;

/** What is known of all declarations of a project, and follows its changes. */
export class Kept {
  private revision: number;
  private knownLedger: Ledger | undefined;
  private knownCensus: Census | undefined;
  /** By text, the one that was asked for last at the end. */
  private readonly knownMatches = new Map<string, Matches>();

  constructor(private readonly project: Project) {
    this.revision = project.revision;
  }

  /** Whether it was told of all that has happened to the project. */
  get isCurrent(): boolean {
    return this.revision === this.project.revision;
  }

  /** Takes note of a change of the project. */
  note(delta: ProjectDelta): void {
    this.revision++;
    if (!this.isCurrent) return;
    this.knownLedger?.note(delta);
    this.knownCensus?.note(delta);
    for (const matches of this.knownMatches.values()) matches.note(delta);
  }

  get ledger(): Ledger {
    if (!this.knownLedger?.isCurrent) this.knownLedger = new Ledger(this.project);
    this.knownLedger.followDay();
    return this.knownLedger;
  }

  get census(): Census {
    return (this.knownCensus ??= new Census(this.project));
  }

  /** What matches a text; undefined where everything does, since there is none. */
  matches(filter: string | undefined): Matches | undefined {
    const text = filter?.trim().toLowerCase();
    if (!text) {
      this.knownMatches.clear();
      return undefined;
    }
    let matches = this.knownMatches.get(text);
    if (matches) this.knownMatches.delete(text);
    else matches = new Matches(this.project, text, this.widerThan(text));
    this.knownMatches.set(text, matches);
    const [oldest] = this.knownMatches.keys();
    if (oldest !== undefined && this.knownMatches.size > mostTexts) this.knownMatches.delete(oldest);
    return matches;
  }

  /** The smallest known list that holds all that can match a text. */
  private widerThan(text: string): Matches | undefined {
    let smallest: Matches | undefined;
    for (const known of this.knownMatches.values()) {
      if (!known.isComplete || !text.includes(known.text)) continue;
      if (!smallest || known.size < smallest.size) smallest = known;
    }
    return smallest;
  }
}
