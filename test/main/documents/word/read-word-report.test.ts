import { describe, expect, it } from 'vitest';
import { p, packageOf, r, relationsXml, usualRelations, wordFile, wordNames } from '../word-package.ts';
import { readWordReport } from '../../../../src/main/documents/word/read-word-report.ts';
import type { ReportFile } from '../../../../src/shared/report/report-file.ts';

function read(bytes: Uint8Array): ReportFile {
  const file = readWordReport(bytes);
  if (!file.ok) throw new Error(file.error.message);
  return file.value;
}

/** Its lines with words, before any tracked change. */
function said(bytes: Uint8Array): readonly string[] {
  return read(bytes)
    .source.lines.map(({ text }) => text)
    .filter((text) => text !== '');
}

const item = (level: number, list: number): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
const level = (at: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const abstract = (id: number, levels: string): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
const list = (id: number, of: number, more = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;
const start = (at: number, value: number): string =>
  `<w:lvlOverride w:ilvl="${at}"><w:startOverride w:val="${value}"/></w:lvlOverride>`;
const items = (...all: readonly (readonly [level: number, list: number])[]): string =>
  all.map(([at, id]) => p(r('x'), item(at, id))).join('');
const strict = 'http://purl.oclc.org/ooxml';

describe('a Word package', () => {
  const main = `<w:document ${wordNames}><w:body>${p(r('Seen at home.'))}</w:body></w:document>`;
  it.each([
    [
      'with its text in another part',
      { '_rels/.rels': relationsXml([['officeDocument', 'word/document2.xml']]), 'word/document2.xml': main },
    ],
    [
      'with its text at an absolute place in another case',
      { '_rels/.rels': relationsXml([['officeDocument', '/Text/Main.XML']]), 'text/main.xml': main },
    ],
    [
      'with its text at an escaped place',
      { '_rels/.rels': relationsXml([['officeDocument', 'my%20text.xml']]), 'my text.xml': main },
    ],
    [
      'that names its text by type alone',
      {
        '[Content_Types].xml':
          '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/a.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
        'a.xml': main,
      },
    ],
    [
      'with another prefix',
      {
        ...usualRelations,
        'word/document.xml': main.replaceAll('w:', 'ns0:').replaceAll('xmlns:w', 'xmlns:ns0'),
      },
    ],
    [
      'with no prefix',
      {
        ...usualRelations,
        'word/document.xml': `<document xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><body><p><r><t>Seen at home.</t></r></p></body></document>`,
      },
    ],
    [
      'of strict OOXML',
      {
        '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${strict}/officeDocument/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
        'word/document.xml': `<w:document xmlns:w="${strict}/wordprocessingml/main"><w:body><w:p><w:r><w:t>Seen at home.</w:t></w:r></w:p></w:body></w:document>`,
      },
    ],
  ])('is read %s', (_name, files) => {
    expect(said(packageOf(files))).toEqual(['Seen at home.']);
  });

  it.each([
    ['leads nowhere', { 'word/document.xml': main }],
    ['leads to a part that is not there', { '_rels/.rels': relationsXml([['officeDocument', 'a.xml']]) }],
    [
      'leads out of itself',
      {
        '_rels/.rels':
          usualRelations['_rels/.rels']?.replace('Target=', 'TargetMode="External" Target=') ?? '',
        'word/document.xml': main,
      },
    ],
    ['holds something else', { ...usualRelations, 'word/document.xml': '<workbook/>' }],
  ])('is no Word file where it %s', (_name, files) => {
    const file = readWordReport(packageOf(files));
    expect(file.ok ? 'read' : file.error.code).toBe('binary');
  });

  it('tells its running headers and footers apart from the text', () => {
    const files = {
      'word/_rels/document.xml.rels': relationsXml([
        ['header', 'h.xml'],
        ['footer', 'f.xml'],
      ]),
      'word/h.xml': `<w:hdr ${wordNames}>${p(r('OFFICIAL'))}</w:hdr>`,
      'word/f.xml': `<w:ftr ${wordNames}>${p(r('Page 1'))}</w:ftr>`,
    };
    const { source } = read(wordFile(p(r('Text.')), {}, files));
    expect(source.furniture?.map(({ text }) => text)).toEqual(['OFFICIAL', 'Page 1']);
  });
});

describe('the text of a Word file', () => {
  const box = (text: string): string => `<w:txbxContent>${p(r(text))}</w:txbxContent>`;
  const both = (choice: string, fallback: string): string =>
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${choice}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${fallback}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
  const field = (...marks: readonly string[]): string =>
    marks
      .map((mark) =>
        /^(?:begin|separate|end)$/u.test(mark) ? `<w:r><w:fldChar w:fldCharType="${mark}"/></w:r>` : mark,
      )
      .join('');
  const cell = (inside: string): string => `<w:tc>${inside}</w:tc>`;
  const control = (inside: string): string =>
    `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`;
  const drop =
    '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Good"/><w:listEntry w:val="Inadequate"/></w:ddList></w:ffData>';

  it.each<[string, string, readonly string[]]>([
    [
      'has a text box once, after its paragraph',
      p(r('Before') + both(box('In a box.'), box('In a box.')) + r(' and after.')),
      ['Before and after.', 'In a box.'],
    ],
    ['has a text box that only the older way knows', p(both('', box('Old box.'))), ['Old box.']],
    [
      'has a text box without two ways',
      p(`<w:r><w:pict><v:textbox>${box('One.')}</v:textbox></w:pict></w:r>`),
      ['One.'],
    ],
    [
      'has a text box in a text box once',
      p(
        both(
          `<w:txbxContent>${p(r('Outer.') + both(box('Inner.'), box('Inner.')))}</w:txbxContent>`,
          box('Outer. Inner.'),
        ),
      ),
      ['Outer.', 'Inner.'],
    ],
    [
      'has paragraphs that stand in two ways once',
      `<mc:AlternateContent><mc:Choice Requires="x">${p(r('New.'))}</mc:Choice><mc:Fallback>${p(r('Old.'))}</mc:Fallback></mc:AlternateContent>`,
      ['New.'],
    ],
    [
      'has signs of Word as letters',
      p(
        '<w:r><w:t>well</w:t><w:noBreakHyphen/><w:t>known</w:t><w:tab/><w:t>co</w:t><w:softHyphen/><w:t>operation</w:t><w:cr/><w:t>next</w:t></w:r>',
      ),
      ['well\u2011known cooperation', 'next'],
    ],
    [
      'has symbols that are known as letters',
      p(
        '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Calibri" w:char="00E9"/></w:r>',
      ),
      ['✓αé'],
    ],
    ['has letters of a font of signs', p(r('\uF0B3', '<w:rFonts w:ascii="Symbol"/>')), ['≥']],
    [
      'has the result of a field and never what it asks for',
      p(
        field(
          'begin',
          '<w:r><w:instrText>IF x</w:instrText></w:r>',
          r('asked'),
          'separate',
          r('answered'),
          'end',
        ) +
          '<w:fldSimple w:instr="DATE">' +
          r(' today') +
          '</w:fldSimple>',
      ),
      ['answered today'],
    ],
    [
      'has the result of a field in a result',
      p(field('begin', 'begin', r('inner'), 'separate', r('lost'), 'end', 'separate', r('kept'), 'end')),
      ['kept'],
    ],
    ['has a field that never ends as text', p(field('begin', r('Not lost.'))), ['Not lost.']],
    [
      'has what was chosen in a form',
      p(`Grade<w:r><w:fldChar w:fldCharType="begin">${drop}</w:fldChar></w:r>${field('end')}`),
      ['Inadequate'],
    ],
    [
      'has what stands in content controls and smart tags',
      control(p(r('One.'))) + p(`<w:smartTag>${control(r('Two.'))}</w:smartTag>`),
      ['One.', 'Two.'],
    ],
    [
      'has formulas',
      '<w:p><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x+1</m:t></m:r></m:oMath></w:p>',
      ['x+1'],
    ],
    [
      'has cells and rows in content controls',
      `<w:tbl><w:tr>${control(cell(p(r('A'))))}${cell(p(r('B')))}</w:tr>${control(`<w:tr>${cell(p(r('C')))}${cell(p(r('D')))}</w:tr>`)}</w:tbl>`,
      ['A B', 'C', 'D'],
    ],
    [
      'has a first row whose first cell is empty',
      `<w:tbl><w:tr>${cell(p(''))}${cell(p(r('Grade')))}</w:tr><w:tr>${cell(p(r('Care')))}${cell(p(r('Good')))}</w:tr></w:tbl>`,
      ['Grade', 'Care', 'Good'],
    ],
    [
      'has two tables beside each other apart',
      `<w:tbl><w:tr>${cell(p(r('A')))}${cell(p(r('B')))}</w:tr></w:tbl><w:tbl><w:tr>${cell(p(r('C')))}${cell(p(r('D')))}</w:tr></w:tbl>`,
      ['A B', 'C D'],
    ],
    [
      'has a table in a table',
      `<w:tbl><w:tr>${cell(p(r('A')) + `<w:tbl><w:tr>${cell(p(r('1')))}${cell(p(r('2')))}</w:tr></w:tbl>` + p(''))}${cell(p(r('B')))}</w:tr></w:tbl>`,
      ['A', '1 2', 'B'],
    ],
    [
      'has the paragraphs of a box made of one cell apart',
      `<w:tbl><w:tr>${cell(p(r('One.')) + p(r('Two.')))}</w:tr></w:tbl>`,
      ['One.', 'Two.'],
    ],
  ])('%s', (_name, body, lines) => {
    expect(said(wordFile(body))).toEqual(lines);
  });

  it('says which sign only its font knows', () => {
    const { source, warnings } = read(
      wordFile(p('<w:r><w:sym w:font="House Signs" w:char="F07E"/></w:r>' + r('a'))),
    );
    expect(source.lines[0]?.text).toBe('\uFFFDa');
    expect(warnings).toMatchObject([
      { code: 'sign-not-known', message: expect.stringContaining('House Signs (F07E)') as string },
    ]);
  });

  it('is read out of pages and texts that were put into it, and names what else was', () => {
    const chunk = (id: number): string => `<w:altChunk r:id="r${id}"/>`;
    const files = {
      'word/_rels/document.xml.rels': relationsXml([
        ['aFChunk', 'a.html'],
        ['aFChunk', 'b.txt'],
        ['aFChunk', 'c.rtf'],
      ]),
      '[Content_Types].xml':
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="html" ContentType="text/html"/><Default Extension="txt" ContentType="text/plain"/><Default Extension="rtf" ContentType="application/rtf"/></Types>',
      'word/a.html':
        '<html><head><title>x</title><style>p{}</style></head><body><p title="a>b">Seen &amp; heard&nbsp;at 3&lt;4.</p><ul><li>One</li></ul><script>no()</script>Two<br/>Three</body></html>',
      'word/b.txt': 'Four\r\nFive',
      'word/c.rtf': '{\\rtf1 Six}',
    };
    const bytes = wordFile(p(r('Text.')) + chunk(1) + chunk(2) + chunk(3), {}, files);
    expect(said(bytes)).toEqual([
      'Text.',
      'Seen & heard\u00A0at 3<4.',
      '◼ One',
      'Two',
      'Three',
      'Four',
      'Five',
    ]);
    expect(read(bytes).warnings).toMatchObject([
      { code: 'part-not-read', message: expect.stringContaining('word/c.rtf') as string },
    ]);
  });
});

describe('the numbers of a Word list', () => {
  const plain = abstract(
    0,
    level(0, 'decimal', '%1.') + level(1, 'lowerLetter', '%2)') + level(2, 'lowerRoman', '(%3)'),
  );
  const legal = abstract(1, level(0, 'upperRoman', 'Part %1') + level(1, 'decimal', '%1.%2', '<w:isLgl/>'));
  const bullets = abstract(2, level(0, 'bullet', '•') + level(1, 'bullet', ''));
  const never = abstract(
    3,
    level(0, 'decimal', '%1') + level(1, 'decimal', '%1.%2', '<w:lvlRestart w:val="0"/>'),
  );
  const lists =
    list(1, 0) +
    list(2, 0) +
    list(3, 0, start(0, 7)) +
    list(4, 1) +
    list(5, 2) +
    list(6, 3) +
    list(7, 99) +
    list(8, 0, start(1, 3));
  it.each<[string, readonly (readonly [number, number])[], readonly string[]]>([
    [
      'go on in a list that shares them',
      [
        [0, 1],
        [0, 2],
        [0, 1],
      ],
      ['1. ', '2. ', '3. '],
    ],
    [
      'begin where a list says, once',
      [
        [0, 1],
        [0, 3],
        [0, 3],
        [0, 1],
      ],
      ['1. ', '7. ', '8. ', '9. '],
    ],
    [
      'begin anew below each item',
      [
        [0, 1],
        [1, 1],
        [1, 1],
        [2, 1],
        [0, 1],
        [1, 1],
      ],
      ['1. ', 'a) ', 'b) ', '(i) ', '2. ', 'a) '],
    ],
    [
      'begin anew below each item where the list says',
      [
        [0, 8],
        [1, 8],
        [0, 8],
        [1, 8],
      ],
      ['1. ', 'c) ', '2. ', 'c) '],
    ],
    [
      'are made of those above, in digits where the law wants it',
      [
        [0, 4],
        [1, 4],
        [1, 4],
        [0, 4],
        [1, 4],
      ],
      ['Part I ', '1.1 ', '1.2 ', 'Part II ', '2.1 '],
    ],
    ['take the first number of a level that was left out', [[1, 4]], ['1.1 ']],
    [
      'go on where a level never begins anew',
      [
        [0, 6],
        [1, 6],
        [0, 6],
        [1, 6],
      ],
      ['1 ', '1.1 ', '2 ', '2.2 '],
    ],
    [
      'are bullets',
      [
        [0, 5],
        [1, 5],
      ],
      ['◼ ', ''],
    ],
    [
      'are never invented for a list or level that is not there',
      [
        [0, 7],
        [0, 9],
        [4, 1],
        [0, 0],
      ],
      ['', '', '', ''],
    ],
  ])('%s', (_name, levels, marks) => {
    const bytes = wordFile(items(...levels), { numbering: plain + legal + bullets + never + lists });
    expect(said(bytes)).toEqual(marks.map((mark) => `${mark}x`));
  });

  it('are counted beyond the alphabet, and in words', () => {
    const formats = [
      'upperLetter',
      'lowerRoman',
      'ordinal',
      'cardinalText',
      'ordinalText',
      'decimalZero',
      'unheard',
    ];
    const numbering = formats
      .map((format, at) => abstract(at, level(0, format, '%1')) + list(at + 1, at, start(0, 28)))
      .join('');
    const bytes = wordFile(items(...formats.map((_format, at) => [0, at + 1] as const)), { numbering });
    expect(said(bytes)).toEqual([
      'BB x',
      'xxviii x',
      '28th x',
      'Twenty-eight x',
      'Twenty-eighth x',
      '28 x',
      '28 x',
    ]);
  });

  it('come with a style, from the style it is based on, and by the level that the style is linked to', () => {
    const style = (id: string, more: string, numbered: string): string =>
      `<w:style w:type="paragraph" w:styleId="${id}">${more}<w:pPr>${numbered}</w:pPr></w:style>`;
    const styles =
      style('Item', '', '<w:numPr><w:numId w:val="1"/></w:numPr>') +
      style('Child', '<w:basedOn w:val="Item"/>', '') +
      style('Sub', '', '<w:numPr><w:numId w:val="2"/></w:numPr>') +
      style('Ring', '<w:basedOn w:val="Ring"/>', '');
    const numbering =
      abstract(0, level(0, 'decimal', '%1.') + level(1, 'lowerLetter', '%2)', '<w:pStyle w:val="Sub"/>')) +
      list(1, 0) +
      list(2, 0);
    const of = (id: string, more = ''): string => p(r('x'), `<w:pStyle w:val="${id}"/>${more}`);
    const body =
      of('Item') +
      of('Child') +
      of('Sub') +
      of('Ring') +
      of('Item', '<w:numPr><w:numId w:val="0"/></w:numPr>') +
      of('Item');
    expect(said(wordFile(body, { styles, numbering }))).toEqual(['1. x', '2. x', 'a) x', 'x', 'x', '3. x']);
  });

  it('count an item without words, and none that is hidden', () => {
    const hidden = '<w:rPr><w:vanish/></w:rPr>';
    const body =
      p(r('x'), item(0, 1)) +
      p('', item(0, 1)) +
      p(r('y', '<w:vanish/>'), item(0, 1) + hidden) +
      p(r('z'), item(0, 1));
    expect(said(wordFile(body, { numbering: plain + lists }))).toEqual(['1. x', '3. z']);
  });
});

describe('notes of a Word file', () => {
  const call = (kind: string, id: number, more = ''): string =>
    `<w:r><w:${kind}Reference w:id="${id}" ${more}/></w:r>`;
  const note = (kind: string, id: number, text: string, more = ''): string =>
    `<w:${kind} w:id="${id}" ${more}>${p(r(text))}</w:${kind}>`;
  const footnotes =
    note('footnote', 0, '---', 'w:type="separator"') +
    note('footnote', 2, 'Second called.') +
    note('footnote', 3, 'First called.') +
    note('footnote', 4, '* Its own mark.');

  it('come in by the line that calls them, counted as they are called', () => {
    const body =
      p(r('In 2024') + call('footnote', 3) + r(' and') + call('footnote', 2) + r('.')) +
      p(r('By hand') + call('footnote', 4, 'w:customMarkFollows="1"') + r('*')) +
      p(r('Late') + call('endnote', 1));
    const { source, warnings } = read(
      wordFile(body, { footnotes, endnotes: note('endnote', 1, 'At the end.') }),
    );
    expect(source.lines.map(({ text }) => text).filter((text) => text !== '')).toEqual([
      'In 2024¹ and².',
      'By hand*',
      'Lateⁱ',
    ]);
    expect(source.notes).toEqual([
      { page: 1, line: 1, text: '1 First called.' },
      { page: 1, line: 1, text: '2 Second called.' },
      { page: 1, line: 3, text: '* Its own mark.' },
      { page: 1, line: 5, text: 'i At the end.' },
    ]);
    expect(warnings).toEqual([]);
  });

  it('count as the file says, and are told where they are missing', () => {
    const settings = '<w:footnotePr><w:numFmt w:val="upperLetter"/><w:numStart w:val="3"/></w:footnotePr>';
    const { source, warnings } = read(
      wordFile(p(r('One') + call('footnote', 3) + call('footnote', 9)), { footnotes, settings }),
    );
    expect(source.lines[0]?.text).toBe('OneCD');
    expect(source.notes?.map(({ text }) => text)).toEqual(['C First called.']);
    expect(warnings).toMatchObject([{ code: 'note-missing', line: 1 }]);
  });

  it('come and go with the change that calls them', () => {
    const body = p(
      r('One') +
        `<w:ins w:author="A" w:date="2026-01-01T00:00:00Z">${call('footnote', 2)}</w:ins>` +
        call('footnote', 3),
    );
    const { source, tracked } = read(wordFile(body, { footnotes }));
    expect(
      [source, tracked[0]?.source].map((state) => [
        state?.lines[0]?.text,
        state?.notes?.map(({ text }) => text),
      ]),
    ).toEqual([
      ['One¹', ['1 First called.']],
      ['One¹²', ['1 Second called.', '2 First called.']],
    ]);
  });
});

describe('hidden text of a Word file', () => {
  const styles =
    '<w:style w:type="character" w:styleId="Note"><w:rPr><w:vanish/></w:rPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Aside"><w:rPr><w:vanish/></w:rPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Below"><w:basedOn w:val="Aside"/></w:style>';
  it.each([
    ['directly', p(r('Seen.') + r(' Child A.', '<w:vanish/>')), ['Seen.'], ['Child A.']],
    [
      'by the style of its letters',
      p(r('Seen.') + r(' Child A.', '<w:rStyle w:val="Note"/>')),
      ['Seen.'],
      ['Child A.'],
    ],
    [
      'by the style of its paragraph',
      p(r('Seen.')) + p(r('Child A.'), '<w:pStyle w:val="Aside"/>'),
      ['Seen.'],
      ['Child A.'],
    ],
    [
      'by the style that one is based on',
      p(r('Seen.')) + p(r('Child A.'), '<w:pStyle w:val="Below"/>'),
      ['Seen.'],
      ['Child A.'],
    ],
    [
      'not where it says otherwise',
      p(r('Seen.', '<w:vanish w:val="0"/>'), '<w:pStyle w:val="Aside"/>'),
      ['Seen.'],
      [],
    ],
    [
      'not where two styles turn each other over',
      p(r('Seen.', '<w:rStyle w:val="Note"/>'), '<w:pStyle w:val="Aside"/>'),
      ['Seen.'],
      [],
    ],
    [
      'at the end of a paragraph alone, which then runs on',
      p(r('One,'), '<w:rPr><w:vanish/></w:rPr>') + p(r(' two.')),
      ['One, two.'],
      [],
    ],
  ])('is told and in no sentence: hidden %s', (_name, body, lines, hidden) => {
    const bytes = wordFile(body, { styles });
    expect(said(bytes)).toEqual(lines);
    expect(read(bytes).warnings.map(({ code, text }) => [code, text])).toEqual(
      hidden.map((text) => ['hidden-text', text]),
    );
  });
});

describe('tracked changes of a Word file', () => {
  it('join paragraphs whose break was taken out, move, and write and take rows', () => {
    const by = 'w:author="A" w:date="2026-01-01T00:00:00Z"';
    const row = (text: string, look = ''): string =>
      `<w:tr><w:trPr>${look}</w:trPr><w:tc>${p(r(text))}</w:tc><w:tc>${p(r('b'))}</w:tc></w:tr>`;
    const file = read(
      wordFile(
        p(r('One'), `<w:rPr><w:del ${by}/></w:rPr>`) +
          p(r(' whole.')) +
          p(`<w:moveFrom ${by}>${r('Moved.')}</w:moveFrom>`) +
          `<w:tbl>${row('a')}${row('new', `<w:ins ${by}/>`)}${row('old', `<w:del ${by}/>`)}</w:tbl>` +
          p(`<w:moveTo ${by}>${r('Moved.')}</w:moveTo>`),
      ),
    );
    const lines = (
      state: { readonly lines: readonly { readonly text: string }[] } | undefined,
    ): readonly string[] => (state?.lines ?? []).map(({ text }) => text).filter((text) => text !== '');
    expect(lines(file.source)).toEqual(['One', 'whole.', 'Moved.', 'a b', 'old', 'b']);
    expect(lines(file.tracked[0]?.source)).toEqual(['One whole.', 'a b', 'new', 'b', 'Moved.']);
  });
});
