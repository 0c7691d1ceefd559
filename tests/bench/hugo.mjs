// A Hugo site with what Kanon's pages of the same content have: a frame with navigation, breadcrumb and contents; facts, history,
// approvals, parent, children and related documents; a history page of each document; lists, a sitemap, a feed and an index for
// the search. Links between documents are resolved by `ref`, so that a broken one stops the build, as in Kanon.
import { writeTree } from "../support/kanon.mjs";

const base = `<!DOCTYPE html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} – {{ site.Title }}</title>
<meta name="description" content="{{ .Summary | plainify | truncate 150 }}">
<link rel="canonical" href="{{ .Permalink }}">
<meta property="og:title" content="{{ .Title }}">
<meta property="og:url" content="{{ .Permalink }}">
<meta name="DCTERMS.title" content="{{ .Title }}">
<meta name="DCTERMS.modified" content="{{ with .Params.history }}{{ (index . 0).date }}{{ end }}">
<script type="application/ld+json">{{ dict "@context" "https://schema.org" "@type" "Legislation" "name" .Title "url" .Permalink "identifier" .Params.id | jsonify | safeJS }}</script>
<link rel="stylesheet" href="/kanon.css">
</head>
<body>
<header><a href="/">{{ site.Title }}</a>
<nav><ul>{{ range site.Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></nav>
<form role="search"><input name="q" type="search"></form></header>
<nav class="breadcrumb"><ol><li><a href="/">Forside</a></li>{{ with .Parent }}{{ if not .IsHome }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}{{ end }}<li>{{ .Title }}</li></ol></nav>
<main>{{ block "main" . }}{{ end }}</main>
<footer><p>{{ site.Title }}</p><p><a href="/sitemap.xml">Sitemap</a></p></footer>
</body>
</html>
`;

const history = `<table><thead><tr><th>Version</th><th>Dato</th><th>Enhed</th><th>Ændring</th></tr></thead><tbody>
{{ range .Params.history }}<tr><td>{{ .version }}</td><td>{{ .date }}</td><td>{{ .by }}</td><td>{{ .change }} ({{ .kind }})</td></tr>
{{ end }}</tbody></table>
`;

const document = `{{ define "main" }}<article>
<p>{{ .Type }}</p><h1>{{ .Title }}</h1>
{{ with .Params.parent }}{{ with index site.Data.pages . }}<p>Hører under <a href="{{ .url }}" rel="up">{{ .title }}</a></p>{{ end }}{{ end }}
<dl><div><dt>Version</dt><dd>{{ .Params.version }}</dd></div><div><dt>Ejer</dt><dd>{{ .Params.owner }}</dd></div><div><dt>Klassifikation</dt><dd>{{ .Params.classification }}</dd></div><div><dt>Id</dt><dd>{{ .Params.id }}</dd></div></dl>
<nav class="contents">{{ .TableOfContents }}</nav>
<div class="body">{{ .Content }}</div>
{{ with index site.Data.children .Params.id }}<section><h2>Underliggende dokumenter</h2><ul>{{ range . }}{{ with index site.Data.pages . }}<li><a href="{{ .url }}">{{ .title }}</a></li>{{ end }}{{ end }}</ul></section>{{ end }}
{{ with .Params.related }}<section><h2>Se også</h2><ul>{{ range . }}{{ with index site.Data.pages . }}<li><a href="{{ .url }}">{{ .title }}</a></li>{{ end }}{{ end }}</ul></section>{{ end }}
{{ with .Params.controls }}<section><h2>Foranstaltninger</h2><ul>{{ range . }}<li>{{ . }}</li>{{ end }}</ul></section>{{ end }}
{{ with .Params.approvals }}<section><h2>Godkendelser</h2><ul>{{ range . }}<li>{{ .body }}, {{ .date }}, version {{ .version }}</li>{{ end }}</ul></section>{{ end }}
<section><h2>Versionshistorik</h2>${history}</section>
</article>{{ end }}
`;

const historyPage = `{{ define "main" }}<article><h1>Versioner af {{ .Title }}</h1><p><a href="{{ .RelPermalink }}">{{ .Title }}</a></p>
${history}</article>{{ end }}
`;

const catalog = `{{ define "main" }}<article><h1>{{ .Title }}</h1>{{ range .Params.requirements }}<section id="{{ .id }}"><h3>{{ .id }}</h3><p>{{ .text }}</p><p>{{ .verification }}</p><p>{{ delimit .controls ", " }}</p></section>
{{ end }}<section><h2>Versionshistorik</h2>${history}</section></article>{{ end }}
`;

const single = `{{ define "main" }}<article><h1>{{ .Title }}</h1>{{ .Content }}</article>{{ end }}
`;

const list = `{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul>{{ end }}
`;

const index = `[{{ range $i, $p := site.RegularPages }}{{ if $i }},
{{ end }}{{ dict "title" .Title "url" .RelPermalink "text" .Plain | jsonify }}{{ end }}]
`;

const configuration = `baseURL: https://example.org/
languageCode: da
title: Måling
disableKinds: [taxonomy, term]
outputFormats:
  history: {mediaType: text/html, path: historik, baseName: index, isHTML: true}
  search: {mediaType: application/json, baseName: index}
outputs:
  home: [HTML, RSS, search]
  section: [HTML]
  page: [HTML]
cascade:
  - _target: {path: /dokumenter/**, kind: page}
    outputs: [HTML, history]
markup: {goldmark: {renderer: {unsafe: true}}}
`;

/** The layouts and settings of the Hugo site; `pages` are the titles and addresses of documents, for parents and children. */
export async function writeHugoLayouts(folder, { pages, children }) {
  await writeTree(folder, {
    "config.yaml": configuration,
    "layouts/_default/baseof.html": base,
    "layouts/_default/single.html": single,
    "layouts/_default/list.html": list,
    "layouts/index.html": list,
    "layouts/index.search.json": index,
    "layouts/_default/document.html": document,
    "layouts/_default/document.history.html": historyPage,
    "layouts/_default/baseof.history.html": base,
    "layouts/_default/catalog.html": catalog,
    "data/pages.json": JSON.stringify(pages),
    "data/children.json": JSON.stringify(children),
  });
}
