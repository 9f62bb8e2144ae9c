"""DECIDE: statement, key themes, areas, actions, measures, evidence."""
