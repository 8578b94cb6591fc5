import type { ZenEngine as Engine } from '@gorules/zen-engine';
import type { Plan } from '../../../domain/plan.ts';
import type { ReportContent } from '../../../domain/submission.ts';

/** The native engine; undefined where its binary does not load. */
async function load(): Promise<typeof Engine | undefined> {
  try {
    return (await import('@gorules/zen-engine')).ZenEngine;
  } catch {
    return undefined;
  }
}

const slug = (id: string): string => id.replaceAll('-', '_');

/**
 * zen-engine as one would use it: one decision made once, with one expression a target over exact decimals; a missing figure is null and never reached.
 * Facts are handed over by target; their numerator and denominator, not a quotient.
 */
export async function zenDecision(plan: Plan): Promise<((content: ReportContent) => Promise<number>) | undefined> {
  const ZenEngine = await load();
  if (!ZenEngine) return undefined;
  const expressions = plan.targets.map(({ id, threshold }) => ({ id, key: slug(id), value: `${slug(id)}.n != null and ${slug(id)}.n * 100 >= ${threshold} * ${slug(id)}.d` }));
  const decision = new ZenEngine().createDecision({
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 } },
      { id: 'targets', name: 'targets', type: 'expressionNode', position: { x: 0, y: 0 }, content: { expressions } },
      { id: 'out', name: 'out', type: 'outputNode', position: { x: 0, y: 0 } },
    ],
    edges: [{ id: 'a', type: 'edge', sourceId: 'in', targetId: 'targets' }, { id: 'b', type: 'edge', sourceId: 'targets', targetId: 'out' }],
  });
  return async ({ targets }) => {
    const facts: Record<string, { readonly n: number | null; readonly d: number | null }> = {};
    for (const { target, numerator, denominator } of targets) facts[slug(target)] = { n: numerator ?? null, d: denominator ?? null };
    const answer: { readonly result: Readonly<Record<string, unknown>> } = await decision.evaluate(facts);
    return Object.values(answer.result).filter((isMet) => isMet === true).length;
  };
}
