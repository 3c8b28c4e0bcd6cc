"""Fields of a package that are read, or are of the catalogue's own machinery: the others are named in the report."""

READ = """
id name title notes private state organization dataset_source language metadata_language maintainer maintainer_email
author author_email contact_email contact_name publisher_name groups tags subnational metadata_modified last_modified
dataset_date temporal_start temporal_end data_update_frequency frequency accrual_periodicity update_frequency
methodology methodology_other caveats license_id license_url license_title license_other resources is_requestdata_type
field_names file_types num_of_rows extras
"""
OWN = """
archived batch cod_level creator_user_id customviz data_completeness dataseries_name dataset_preview description
due_date due_daterange guid has_geodata has_quickcharts has_showcases indicator isopen is_fresh fresh metadata_created
num_resources num_tags overdue_date overdue_daterange owner_org package_creator pageviews_last_14_days plugin_data qa
qa_checklist qa_completed relationships_as_object relationships_as_subject review_date revision_id revision_timestamp
solr_additions total_res_downloads tracking_summary type updated_by_script url version x_resource_grouping
private_groups harvest_object_id harvest_source_id harvest_source_title spatial uri theme identifier issued modified
"""
TECHNICAL = frozenset((READ + OWN).split())
