/** A stretch of text by UTF-16 offsets; empty where `start === end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether a span touches the window from `start` to `end`: overlaps it, or, where either is empty, lies at its border. */
export function touches(span: Span, start: number, end: number): boolean {
  return (
    (span.start < end && start < span.end) ||
    (span.start === span.end && start <= span.start && span.start <= end) ||
    (start === end && span.start <= start && start <= span.end)
  );
}

/** Spans sorted so that what touches a window is found without a look at all of them. */
export interface SpanIndex<S extends Span> {
  /** Whether any span touches the window. */
  touched(start: number, end: number): boolean;
  /** The spans that touch the window, in the order given; only for windows that no span reaches out of. */
  inside(start: number, end: number): S[];
  /** The furthest end of the spans that begin before an offset; -1 if there are none. */
  furthestEnd(before: number): number;
  /** The first start of the spans that end after an offset; infinite if there are none. */
  earliestStart(after: number): number;
}

/** Sorts spans for look-ups in logarithmic time; they may overlap. */
export function indexSpans<S extends Span>(spans: readonly S[]): SpanIndex<S> {
  const byStart = spans.map((span, order) => ({ span, order })).sort((a, b) => a.span.start - b.span.start);
  const byEnd = [...spans].sort((a, b) => a.end - b.end);
  const starts = Float64Array.from(byStart, ({ span }) => span.start);
  const ends = Float64Array.from(byEnd, (span) => span.end);
  // The furthest end of the spans up to each start, and the earliest start of those from each end on.
  const reachRight = Float64Array.from(byStart, ({ span }) => span.end);
  for (let i = 1; i < reachRight.length; i++) {
    reachRight[i] = Math.max(reachRight[i - 1] as number, reachRight[i] as number);
  }
  const reachLeft = Float64Array.from(byEnd, (span) => span.start);
  for (let i = reachLeft.length - 2; i >= 0; i--) {
    reachLeft[i] = Math.min(reachLeft[i + 1] as number, reachLeft[i] as number);
  }
  const furthestEnd = (before: number): number => reachRight[countBelow(starts, before) - 1] ?? -1;
  const earliestStart = (after: number): number =>
    reachLeft[countBelow(ends, after + 1)] ?? Number.POSITIVE_INFINITY;
  const inside = (start: number, end: number): S[] =>
    byStart
      .slice(countBelow(starts, start), countBelow(starts, end + 1))
      .filter(({ span }) => touches(span, start, end))
      .sort((a, b) => a.order - b.order)
      .map(({ span }) => span);
  const touched = (start: number, end: number): boolean =>
    start === end
      ? furthestEnd(start + 1) >= start
      : furthestEnd(end) > start || inside(start, end).length > 0;
  return { touched, inside, furthestEnd, earliestStart };
}

/**
 * The window that grows from a span until nothing that touches it reaches out of it: there the tool's reading and the
 * gold's can be compared, however differently they cut the text.
 */
export function growWindow(span: Span, indexes: readonly SpanIndex<Span>[]): Span {
  let { start, end } = span;
  for (;;) {
    // An empty window is also touched at its borders, hence by spans that begin or end right there.
    const slack = start === end ? 1 : 0;
    const grownEnd = Math.max(end, ...indexes.map((index) => index.furthestEnd(end + slack)));
    const grownStart = Math.min(start, ...indexes.map((index) => index.earliestStart(start - slack)));
    if (grownStart === start && grownEnd === end) return { start, end };
    start = grownStart;
    end = grownEnd;
  }
}

/** How many of the sorted values are less than a bound. */
function countBelow(sorted: Float64Array, bound: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
