"""Writes scenarios as GENIUS XML: a domain and two profiles, every number drawn."""

import pathlib


def write_genius(folder, sizes, draws, wordy=False):
    """Fills a new folder; wordy items carry what GENIUS itself writes beside value and evaluation.
    Returns the bytes written."""
    folder = pathlib.Path(folder)
    folder.mkdir()
    more = ' cost="0.0" description="one of many"' if wordy else ""
    written = 0
    for name in ("domain", "one", "two"):
        profile = name != "domain"
        lines = [] if profile else ["<negotiation_template>"]
        lines += [f'<utility_space number_of_issues="{len(sizes)}">',
                  '<objective index="0" name="root" type="objective" etype="objective">']
        for k, size in enumerate(sizes, 1):
            lines.append(f'<issue index="{k}" name="i{k}" type="discrete" vtype="discrete">')
            for o in range(1, size + 1):
                worth = f' evaluation="{draws.random():.4f}"' if profile else ""
                lines.append(f'<item index="{o}" value="o{o}"{more}{worth}></item>')
            lines.append("</issue>")
        if profile:
            weights = [0.5 + draws.random() for _ in sizes]
            lines += [f'<weight index="{k}" value="{w / sum(weights):.17g}"></weight>'
                      for k, w in enumerate(weights, 1)]
        lines.append("</objective>")
        if profile:
            lines += ['<discount_factor value="1.0"/>', '<reservation value="0.0"/>']
        lines += ["</utility_space>"] if profile else ["</utility_space>", "</negotiation_template>"]
        text = "\n".join(lines) + "\n"
        (folder / f"{name}.xml").write_text(text, encoding="utf-8")
        written += len(text)
    return written
