import { LANGUAGES, type LocalText } from '../../model/language.ts';
import type { Reading } from '../reading.ts';
import { childrenOf, descendantsOf, isElement, textOf, type XmlElement } from '../xml.ts';

/** Makes the people of the header known under their `xml:id`. */
export function knowPersons(root: XmlElement, reading: Reading): void {
  for (const person of descendantsOf(root, 'person')) {
    const affiliations = childrenOf(person, 'affiliation');
    const parts = (name: string) =>
      affiliations.flatMap((affiliation) =>
        childrenOf(affiliation, name).map((part) => ({ ...part, attributes: affiliation.attributes })),
      );
    const organisations = parts('orgName');
    const plain = affiliations.filter(({ children }) => !children.some((child) => isElement(child)));
    const names = local(childrenOf(person, 'persName'), nameOf, reading);
    const shortName = person.attributes.get('n') ?? '';
    reading.knowSpeaker(person.attributes.get('xml:id') ?? '', {
      name: Object.values(names).some((name) => name !== '') ? names : reading.assumedLocal(shortName),
      title: local(childrenOf(person, 'occupation'), textOf, reading),
      organisation: local([...organisations, ...plain], textOf, reading),
      country: local(parts('country'), textOf, reading),
    });
  }
}

/** Returns the first text in each language; one in no language of ours is taken for the one assumed. */
function local(
  elements: readonly XmlElement[],
  text: (element: XmlElement) => string,
  reading: Reading,
): LocalText {
  const texts = elements.map((element): LocalText => {
    const primary = element.attributes.get('xml:lang')?.split('-')[0]?.toLowerCase();
    const language = LANGUAGES.find((candidate) => candidate === primary);
    return language ? { [language]: text(element) } : reading.assumedLocal(text(element));
  });
  return Object.assign({}, ...texts.reverse());
}

/** Returns the parts of a name with spaces between, or the abbreviation where there is nothing else. */
function nameOf(name: XmlElement): string {
  const parts = name.children.filter((child): child is XmlElement => isElement(child));
  const whole = parts.filter((part) => part.name !== 'abbr');
  if (parts.length === 0) return textOf(name);
  return (whole.length > 0 ? whole : parts).map((part) => textOf(part).trim()).join(' ');
}
