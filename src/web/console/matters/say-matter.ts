import type {
  AnsweringOption,
  LegalBasis,
  Matter,
  MatterField,
  NewMatter,
} from '../../../matters/contract.ts'
import { useRead } from '../../api/use-read.ts'
import { nameIn } from '../../shared/names.ts'
import { sayDate } from '../../words/time.ts'
import { useReading } from '../words.ts'

/** Everything that may answer for a matter, in words. It changes with the program alone. */
export const useAnswering = () =>
  useRead<AnsweringOption[]>('/api/catalogue/answering', { staleMs: Number.POSITIVE_INFINITY })

/** The article that something rests on, with the law's version; null where there is none. */
export function useSayBasis(): (basis: LegalBasis | null) => string | null {
  const { words } = useReading()
  return (basis) =>
    basis && words.consoleBooks.matters.basis(basis.law, basis.article, sayDate(words, basis.date))
}

/** What a field of a matter says, in the reader's words. */
export function useSayField(): (field: MatterField, matter: NewMatter | Matter) => string {
  const { words, language } = useReading()
  const { matters } = words.consoleBooks
  const { page } = words.consoleCatalogue
  const { data: answering = [] } = useAnswering()
  const sayBasis = useSayBasis()
  const says: { readonly [Field in MatterField]: (matter: NewMatter) => string } = {
    nameZh: ({ nameZh }) => nameZh,
    nameEn: ({ nameEn }) => nameEn,
    category: ({ category }) => category,
    categoryZh: ({ categoryZh }) => categoryZh,
    categoryEn: ({ categoryEn }) => categoryEn,
    hostRole: ({ hostRole }) => matters.hostRoles[hostRole],
    host: ({ host }) => matters.hosts[host],
    level: ({ level }) => matters.levels[level],
    answers: ({ answers }) => {
      const found = answering.find((option) => option.answers === answers)
      return found === undefined ? '' : nameIn(language, found)
    },
    response: ({ response }) => matters.allowances[response.unit](response.amount),
    resolution: ({ resolution }) => matters.allowances[resolution.unit](resolution.amount),
    yellowPercent: ({ yellowPercent }) => page.yellow(yellowPercent),
    evidence: ({ evidence }) => matters.evidence(evidence.photo, evidence.note),
    limits: ({ limits }) => page.limits(limits),
    confidential: ({ confidential }) => (confidential ? matters.confidential : matters.open),
    basis: ({ basis }) => sayBasis(basis) ?? page.none,
    keywords: ({ keywords }) => (keywords.length === 0 ? page.none : words.common.list(keywords)),
  }
  return (field, matter) => says[field](matter)
}
