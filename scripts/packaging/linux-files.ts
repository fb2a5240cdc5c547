// What a Linux package has beside the application's own folder: how the system shows it, which files it opens, its manual.
import type { ShippedPackage } from './shipped-packages.ts';

/** What is said of the application in every package. */
export interface Described {
  readonly version: string;
  readonly description: string;
  readonly homepage: string;
  /** The project and how to reach it: never a person. */
  readonly maintainer: string;
}

/** A kind of file that Plumbline opens. */
export interface Association {
  readonly ext: string;
  readonly description: string;
  readonly mimeType: string;
}

export const appId = 'org.plumbline.app';
/** Where the application's own folder lies. */
export const installed = '/opt/Plumbline';

/** Text of an element or an attribute. */
const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export function desktopEntry(associations: readonly Association[]): string {
  return `[Desktop Entry]
Type=Application
Name=Plumbline
GenericName=Moderation of inspection judgments
Comment=Draft judgments on their evidence, moderate them as a panel, and seal them
Exec=${installed}/plumbline %F
Icon=plumbline
Terminal=false
StartupWMClass=Plumbline
Categories=Office;
Keywords=inspection;judgment;moderation;audit;
MimeType=${associations.map(({ mimeType }) => `${mimeType};`).join('')}
`;
}

/** Shared MIME-info: which names are of which kind. */
export function mimeInfo(associations: readonly Association[]): string {
  const types = associations.map(
    ({ ext, description, mimeType }) => `  <mime-type type="${xml(mimeType)}">
    <comment>${xml(description)}</comment>
    <sub-class-of type="text/plain"/>
    <glob pattern="*.${xml(ext)}"/>
  </mime-type>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
${types.join('\n')}
</mime-info>
`;
}

/** AppStream's account of the application, for software centres. */
export function metainfo({ homepage, version }: Described, released: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>${appId}</id>
  <metadata_license>CC0-1.0</metadata_license>
  <project_license>MIT</project_license>
  <name>Plumbline</name>
  <summary>Moderation of inspection judgments</summary>
  <developer id="org.plumbline"><name>The Plumbline project</name></developer>
  <description>
    <p>Lead inspectors draft judgments: a grade for each area, a narrative, and the evidence under it. A panel tests the draft, each member before hearing the others.</p>
    <p>The judgment is sealed, and anyone can verify years later how its grades came about. Everything is plain files in a folder that the team shares, and works without a network.</p>
  </description>
  <launchable type="desktop-id">${appId}.desktop</launchable>
  <url type="homepage">${xml(homepage)}</url>
  <content_rating type="oars-1.1"/>
  <releases>
    <release version="${xml(version)}" date="${xml(released)}"/>
  </releases>
</component>
`;
}

/** Debian's copyright file: ours, and the others' by name; their texts lie in \`notices/THIRD-PARTY.txt\`. */
export function copyrightFile({ homepage }: Described, packages: readonly ShippedPackage[]): string {
  return `Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Plumbline
Source: ${homepage}
Comment:
 Holds work of others, whose licences lie in
 ${installed}/resources/notices/THIRD-PARTY.txt:
${packages.map(({ name, version, licence }) => ` ${name} ${version} (${licence})`).join('\n')}

Files: *
Copyright: The Plumbline authors
License: MIT
`;
}

/** The size is Debian's: kibibytes that the files take once they are installed. */
export function debianControl(described: Described, architecture: string, size: number): string {
  return `Package: plumbline
Version: ${described.version}
Section: misc
Priority: optional
Architecture: ${architecture}
Installed-Size: ${Math.ceil(size)}
Depends: libgtk-3-0 | libgtk-3-0t64, libnotify4, libnss3, libxss1, libxtst6, xdg-utils, libatspi2.0-0 | libatspi2.0-0t64, libuuid1, libsecret-1-0
Maintainer: ${described.maintainer}
Homepage: ${described.homepage}
Description: moderation of inspection judgments
 ${described.description}
`;
}

/** What has to be done on the machine itself: the sandbox's helper is root's own, or there is no sandbox. */
export const afterInstall = `set -e
if [ -e ${installed}/chrome-sandbox ]; then chmod 4755 ${installed}/chrome-sandbox; fi
if command -v update-mime-database >/dev/null 2>&1; then update-mime-database /usr/share/mime || true; fi
if command -v update-desktop-database >/dev/null 2>&1; then update-desktop-database -q /usr/share/applications || true; fi
`;

/** The description of an RPM. Its files are those of the folder that it is made from. */
export function rpmSpec(described: Described, architecture: string): string {
  return `Name: plumbline
Version: ${described.version}
Release: 1
Summary: Moderation of inspection judgments
License: MIT
URL: ${described.homepage}
Packager: ${described.maintainer}
BuildArch: ${architecture}
AutoReqProv: no
Requires: gtk3, libnotify, nss, libXScrnSaver, libXtst, xdg-utils, at-spi2-core, libuuid, libsecret

%define _build_id_links none
%define __strip /bin/true
%define __brp_mangle_shebangs %{nil}

%description
${described.description}

%install
cp -a %{_sourcedir}/. %{buildroot}/

%files
%defattr(-,root,root)
${installed}
/usr/bin/plumbline
/usr/share/*

%post
${afterInstall}`;
}
