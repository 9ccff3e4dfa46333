import type { ReportPaper } from '../../../cases/report/paper.contract.ts'

const shade = (step: number): string => `report-map__shade report-map__shade--${step}`

/** The parts of the area in shades of how much was reported there. The table below has the numbers. */
export function ReportMap({
  map: { name, lead, label, width, height, parts, steps },
}: {
  map: NonNullable<ReportPaper['map']>
}) {
  return (
    <section className="report-sheet__whole">
      <h3>{name}</h3>
      <svg className="report-map" viewBox={`-1 -1 ${width + 2} ${height + 2}`} role="img" aria-label={label}>
        {parts.map((part) => (
          <path key={part.name} className={shade(part.step)} d={part.d} fillRule="evenodd" />
        ))}
        {parts.map((part) => (
          <text key={part.name} x={part.x} y={part.y}>
            {part.name}
          </text>
        ))}
      </svg>
      <ul className="report-map__steps">
        {steps.map(({ step, text }) => (
          <li key={step}>
            <svg viewBox="-1 -1 18 14" aria-hidden="true">
              <path className={shade(step)} d="M0 0H16V12H0Z" />
            </svg>
            {text}
          </li>
        ))}
      </ul>
      <p>
        <small>{lead}</small>
      </p>
    </section>
  )
}
