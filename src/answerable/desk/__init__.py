"""The site: the public asks, officers answer, the answer is published.

One folder a capability, each with its models, forms, views, urls, templates and actions; storage,
mail and web live here and nowhere else. ``slices`` lists the folders.
"""
